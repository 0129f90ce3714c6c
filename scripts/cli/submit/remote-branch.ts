import type { RunGit } from './authorized-git.ts';

/** A branch on a server. */
export interface RemoteBranch {
  /** Address of the repository, without a token. */
  readonly url: string;
  readonly branch: string;
}

/** Commit at which a branch stands, fetched into the checkout; `undefined` where there is no such branch. */
export async function fetchTip(
  git: RunGit,
  checkout: string,
  { url, branch }: RemoteBranch,
): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  if ((await git(checkout, ['ls-remote', '--heads', url, ref])) === '') return undefined;
  await git(checkout, [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    url,
    `${ref}:${KEPT}`,
    '--force',
  ]);
  const commit = await git(checkout, ['rev-parse', '--verify', `${KEPT}^{commit}`]);
  await git(checkout, ['update-ref', '-d', KEPT]);
  return commit;
}

/** Where a fetched commit stands for a moment, outside branches and tags. */
const KEPT = 'refs/vypusk/submit';

/** Pushes a commit. Never forced: of two runs at once the second is refused. */
export const pushTip = (
  git: RunGit,
  checkout: string,
  { url, branch, commit }: RemoteBranch & { readonly commit: string },
): Promise<string> => git(checkout, ['push', '--quiet', url, `${commit}:refs/heads/${branch}`]);
