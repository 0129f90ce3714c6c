import { execFile } from 'node:child_process';
import type { World } from '../session/world.ts';

/** Runs git in a folder and tells what it printed, without the last line end. Throws `GitFailure`. */
export type RunGit = (folder: string, args: readonly string[]) => Promise<string>;

/** git did not do what it was asked for. Holds no address and no secret: both stay out of logs. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  /** `push`, `fetch`, … */
  readonly command: string;
  /** What git said, without control characters. */
  readonly reason: string;

  constructor(command: string, reason: string, options?: ErrorOptions) {
    super(`git ${command}: ${reason}`, options);
    this.command = command;
    this.reason = reason;
  }
}

/** Who may write where. */
export interface Authority {
  /** Beginning of the addresses that get the token, `https://github.com/`. */
  readonly server: string;
  readonly token: string;
}

/** Bytes of output that are believed. */
const MAX_OUTPUT = 16 * 1024 * 1024;

/** UTF-16 units of git's complaint that are shown. */
const MAX_REASON = 500;

/**
 * The machine's git with the right to push. The token is handed over in variables that git alone gets: it stands in no
 * argument (which every process may read), no log, no `.git/config`, and no hook of the checkout runs. It goes to the
 * server that it is for and, because redirects are refused, to no other.
 */
export function authorizedGit(authority: Authority, { environment }: Pick<World, 'environment'>): RunGit {
  const env = { ...withoutGitAndTokens(environment), ...gitVariables(authority) };
  return (cwd, args) =>
    new Promise((resolve, reject) => {
      const options = { cwd, env, maxBuffer: MAX_OUTPUT, encoding: 'utf8' } as const;
      execFile('git', args, options, (error, stdout, stderr) => {
        if (error === null) resolve(stdout.trimEnd());
        else reject(new GitFailure(commandOf(args), reasonOf(stderr, authority)));
      });
    });
}

const withoutGitAndTokens = (environment: World['environment']): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^GIT_|TOKEN|SECRET|PASSPHRASE|_KEY$/i.test(name)),
  );

/** Settings by environment, as `git config` documents them (GIT_CONFIG_COUNT). */
function gitVariables({ server, token }: Authority): Readonly<Record<string, string>> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const settings = [
    [`http.${server}.extraHeader`, `Authorization: Basic ${basic}`],
    ['http.followRedirects', 'false'],
    ['credential.helper', ''],
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.quotePath', 'false'],
    ['core.autocrlf', 'false'],
    ['core.symlinks', 'false'],
    ['commit.gpgSign', 'false'],
  ] as const;
  const named = settings.flatMap(([key, value], index): (readonly [string, string])[] => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    ...Object.fromEntries(named),
    GIT_CONFIG_COUNT: String(settings.length),
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

const commandOf = (args: readonly string[]): string => args.find((word) => /^[a-z-]+$/.test(word)) ?? '';

function reasonOf(stderr: string, { token }: Authority): string {
  const lines = stderr.replaceAll(token, '***').replace(/\p{Cc}+/gu, ' ');
  return lines.trim().slice(0, MAX_REASON);
}
