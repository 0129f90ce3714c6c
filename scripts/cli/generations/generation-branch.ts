import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { SourceError } from '../../source/index.ts';

/** A branch that holds what is published, and nothing else. */
export interface Branch {
  /** A checkout. */
  readonly cwd: string;
  readonly remote: string;
  readonly branch: string;
  /** What the remote asks for, where the checkout keeps no token: it is given to git for one command. */
  readonly access?: RemoteAccess;
}

/** A token, and the server that it is for. */
export interface RemoteAccess {
  readonly server: string;
  readonly token: string;
}

/**
 * The token as git's settings of one process («git config --help», GIT_CONFIG_COUNT): in no file, in no command line.
 * For its own server only, whatever the remote is.
 */
function withAccess({ access }: Branch): Variables {
  if (access === undefined) return {};
  const credentials = Buffer.from(`x-access-token:${access.token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${access.server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
  };
}

/**
 * Puts what the branch holds into an empty or missing folder; tells the commit, or `undefined` when there is no such
 * branch yet. The checkout stays as it is.
 */
export async function takeGeneration(branch: Branch, dir: string): Promise<string | undefined> {
  const commit = await fetched(branch);
  if (commit === undefined) return undefined;
  await requirePlainFiles(branch, commit);
  await mkdir(dir, { recursive: true });
  await withIndex(async (index) => {
    await git(branch.cwd, ['read-tree', commit], index);
    await git(branch.cwd, [`--work-tree=${dir}`, 'checkout-index', '--all', '--force'], index);
  });
  return commit;
}

/**
 * Adds a commit with exactly what lies in the folder, and pushes it; tells the commit. Never forced: of two runs at
 * once the second is refused, so a version that was signed is not signed again as another.
 */
export async function keepGeneration(branch: Branch, dir: string, now: Date): Promise<string> {
  const parent = await fetched(branch);
  const tree = await withIndex(async (index) => {
    await git(branch.cwd, [`--work-tree=${dir}`, 'add', '--all', '--force', '.'], index, dir);
    return git(branch.cwd, ['write-tree'], index);
  });
  const parents = parent === undefined ? [] : ['-p', parent];
  const dated = { GIT_AUTHOR_DATE: now.toISOString(), GIT_COMMITTER_DATE: now.toISOString() };
  const message = `Publish ${now.toISOString()}`;
  const commit = await git(branch.cwd, [...IDENTITY, 'commit-tree', tree, ...parents, '-m', message], dated);
  await git(branch.cwd, ['push', '--quiet', branch.remote, `${commit}:${refOf(branch)}`], withAccess(branch));
  return commit;
}

/** A machine in CI has no name of its own. */
const IDENTITY = ['-c', 'user.name=vypusk', '-c', 'user.email=vypusk@users.noreply.github.com'];

/**
 * Nothing but files ever goes into the branch. A link in it, put there by somebody who may push, would be published as
 * what it points at on this machine. Throws `git-failed`.
 */
async function requirePlainFiles({ cwd }: Branch, commit: string): Promise<void> {
  const modes = await git(cwd, ['ls-tree', '-r', '--format=%(objectmode)', commit]);
  const other = modes.split('\n').find((mode) => mode !== '' && mode !== '100644' && mode !== '100755');
  if (other !== undefined)
    throw new SourceError('git-failed', { command: 'ls-tree', reason: `mode ${other}` });
}

const refOf = ({ branch }: Branch): string => `refs/heads/${branch}`;

async function fetched(branch: Branch): Promise<string | undefined> {
  const listed = await git(
    branch.cwd,
    ['ls-remote', '--heads', branch.remote, refOf(branch)],
    withAccess(branch),
  );
  if (listed === '') return undefined;
  await git(
    branch.cwd,
    ['fetch', '--quiet', '--depth=1', '--no-tags', branch.remote, refOf(branch)],
    withAccess(branch),
  );
  return git(branch.cwd, ['rev-parse', '--verify', 'FETCH_HEAD^{commit}']);
}

type Variables = Readonly<Record<string, string>>;

/** Works with an index of its own, so that the one of the checkout stays as it is. */
async function withIndex<T>(work: (index: Variables) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-index-'));
  try {
    return await work({ GIT_INDEX_FILE: path.join(folder, 'index') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = promisify(execFile);

/** Output of git. `dir` is where it runs when that is not the checkout whose objects it uses. */
async function git(
  cwd: string,
  args: readonly string[],
  variables: Variables = {},
  dir: string = cwd,
): Promise<string> {
  const repository = dir === cwd ? [] : [`--git-dir=${path.join(await gitDir(cwd))}`];
  const options = { cwd: dir, env: { ...process.env, ...variables }, maxBuffer: 16 * 1024 * 1024 };
  try {
    const { stdout } = await run('git', [...repository, '-c', 'core.autocrlf=false', ...args], options);
    return stdout.trim();
  } catch (error) {
    const command = args.find((word) => /^[a-z]+(?:-[a-z]+)*$/.test(word)) ?? '';
    throw new SourceError('git-failed', { command, reason: reasonIn(error) }, { cause: error });
  }
}

/** What git complained of, in one line. Addresses of remotes may carry a token. */
function reasonIn(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const complaint = /^(?:fatal|error): .*|^ ! .*/m.exec(said)?.[0].trim();
  return (complaint ?? String(error instanceof Error && 'code' in error ? error.code : '')).replace(
    /\/\/[^@/\s]+@/g,
    '//',
  );
}

async function gitDir(cwd: string): Promise<string> {
  const { stdout } = await run('git', ['rev-parse', '--absolute-git-dir'], { cwd });
  return stdout.trim();
}
