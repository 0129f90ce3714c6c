import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { SourceError } from '../source-error.ts';

/** Bytes of output of one git command that are believed: the names of half a million files. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/** A checkout must not be able to run programs of its own while we look at it. */
const SAFE = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

/** How git is started in a folder; injected by whoever wants to watch or replace it. */
export interface Git {
  /** Standard output of a command that ends by itself; `git-failed` when it does not end well. */
  readonly output: (args: readonly string[]) => Promise<string>;
  /** A command that answers requests until its input is closed. */
  readonly start: (args: readonly string[]) => ChildProcessWithoutNullStreams;
}

/** The machine's own git, run in `folder`. */
export const gitIn = (folder: string): Git => ({
  output: (args) =>
    new Promise((resolve, reject) => {
      const options = { cwd: folder, maxBuffer: OUTPUT_LIMIT, encoding: 'utf8' } as const;
      execFile('git', [...SAFE, ...args], options, (error, stdout) => {
        if (error === null) resolve(stdout);
        else
          reject(
            new SourceError(
              'git-failed',
              { command: args[0] ?? '', reason: String(error.code) },
              { cause: error },
            ),
          );
      });
    }),
  start: (args) => spawn('git', [...SAFE, ...args], { cwd: folder, stdio: 'pipe' }),
});

/**
 * Full name of the commit that a revision means. Whatever could be taken for an option is refused before git sees it
 * (`revision-unknown`), as is a revision that git does not know.
 */
export async function commitOf(git: Git, revision: string): Promise<string> {
  const refused = (cause?: unknown): SourceError =>
    new SourceError('revision-unknown', { revision }, { cause });
  if (!/^[^-\s\p{Cc}][^\p{Cc}]*$/u.test(revision)) throw refused();
  const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  const output = await git.output(args).catch((error: unknown) => {
    throw isMissingGit(error) ? error : refused(error);
  });
  return output.trim();
}

/** A machine without git is not a mistake in the revision. */
const isMissingGit = (error: unknown): boolean =>
  error instanceof SourceError && error.is('git-failed') && error.args.reason === 'ENOENT';
