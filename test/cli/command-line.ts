import { randomBytes } from 'node:crypto';
import { run } from '../../scripts/cli/program.ts';
import { publicFetch } from '../../scripts/cli/session/public-fetch.ts';
import type { World } from '../../scripts/cli/session/world.ts';

/** What a command line printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command line in a world of its own: a folder, an environment, a clock. Nobody sits at a terminal. */
export async function commandLine(argv: readonly string[], world: Partial<World> = {}): Promise<Outcome> {
  const printed = { out: '', err: '' };
  const code = await run(argv, {
    cwd: process.cwd(),
    environment: { LANG: 'en_US.UTF-8' },
    now: () => new Date('2026-11-20T12:00:00Z'),
    sleep: async () => undefined,
    random: (length) => new Uint8Array(randomBytes(length)),
    fetch: globalThis.fetch,
    fetchPublic: publicFetch(),
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    showsProgress: false,
    terminal: undefined,
    untilStopped: () => Promise.resolve(),
    ...world,
  });
  return { code, ...printed };
}
