import { InstallerError } from './error.ts';
import type { PlatformStep } from './platform-steps.ts';

/** What a build may touch outside the program. */
export interface PlatformWorld {
  /** Runs `1cv8` to its end and tells the exit status; `undefined` when it was killed or took too long. */
  readonly run: (args: readonly string[]) => Promise<number | undefined>;
  /** Text that `/Out` left; empty when there is none. */
  readonly logOf: (file: string) => Promise<string>;
  /** Size of a file, or `undefined` where there is none. */
  readonly sizeOf: (file: string) => Promise<number | undefined>;
}

/** Characters of a log that are shown. */
const LOG_SHOWN = 4000;

/**
 * Runs the steps of a build one after the other. Throws `platform-failed` with the log at the first that does not end
 * with 0, and at one that ends with 0 but leaves no file: the platform drops wrong elements silently, and reports 101
 * with an empty log (platform-1c.md, sections 7.1 and 8).
 */
export async function runSteps(steps: readonly PlatformStep[], world: PlatformWorld): Promise<void> {
  for (const { name, args, log, makes } of steps) {
    const status = await world.run(args);
    const isMade = makes === undefined || ((await world.sizeOf(makes)) ?? 0) > 0;
    if (status === 0 && isMade) continue;
    const text = (await world.logOf(log)).slice(0, LOG_SHOWN).trim();
    throw new InstallerError('platform-failed', { step: name, status: status ?? 'killed', log: text });
  }
}
