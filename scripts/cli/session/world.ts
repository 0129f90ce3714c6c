import type { Job } from './job.ts';

/** Asks a person at a terminal; absent where nobody sits (scripts, CI, pipes). */
export interface Terminal {
  /** One line of text; `fallback` is what Enter alone means. */
  readonly ask: (question: string, fallback?: string) => Promise<string>;
  /** One line that is not echoed. */
  readonly askSecret: (question: string) => Promise<string>;
}

/** Everything outside the program that a command may touch. Only `main.ts` makes the real one. */
export interface World {
  /** Folder that relative paths on the command line start from. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Waits so many milliseconds; the machine's own timer where it is absent. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly fetch: typeof fetch;
  /** The same for addresses that strangers wrote: the public internet alone. */
  readonly fetchPublic: typeof fetch;
  /** Writes to standard output: results. */
  readonly out: (text: string) => void;
  /** Writes to standard error: progress and complaints. */
  readonly err: (text: string) => void;
  /** Standard error is a terminal: progress may redraw its line. */
  readonly showsProgress: boolean;
  readonly terminal: Terminal | undefined;
  /** The job of a forge that the program runs in; absent everywhere else. */
  readonly job?: Job;
  /** Runs until the person stops the program (Ctrl+C); used by `serve`. */
  readonly untilStopped: () => Promise<void>;
}
