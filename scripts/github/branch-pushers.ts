import type { Call } from './api.ts';
import type { Account } from './candidate.ts';
import { GithubError } from './error.ts';

/** A branch, and the commit at which it must stand. */
export interface PushedBranch {
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
  readonly commit: string;
}

/** Changes of one branch that are looked at; a branch with more waits for a person. */
const PAGE = 100;

/**
 * Everyone who ever pushed to a branch («List repository activities»). Names in commits are what their author
 * wrote there, and the last push may stand on the content of another. `undefined` where GitHub does not tell all of it:
 * a repository that we may not read, an account that is gone, a push that is not listed yet.
 */
export async function branchPushers(
  call: Call,
  { owner, repo, branch, commit }: PushedBranch,
): Promise<readonly Account[] | undefined> {
  const ref = `refs/heads/${branch}`;
  try {
    const { data } = await call('list-activity', (octokit) =>
      octokit.rest.repos.listActivities({ owner, repo, ref, per_page: PAGE }),
    );
    const isTold = data.length < PAGE && data.some(({ after }) => after === commit);
    const actors = data.flatMap(({ actor }) => (actor ? [{ login: actor.login, id: actor.id }] : []));
    return isTold && actors.length === data.length ? actors : undefined;
  } catch (error) {
    if (error instanceof GithubError && ['github-not-found', 'github-no-permission'].includes(error.code))
      return undefined;
    throw error;
  }
}
