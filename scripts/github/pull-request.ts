import { openGithub, type Repository } from './api.ts';
import type { FinishedRun } from './finished-run.ts';

/**
 * Number of the open pull request that a run checked; `undefined` where it was closed or pushed to since. GitHub leaves
 * `workflow_run.pull_requests` empty for forks, so it is found by the branch and must still stand at the commit: what
 * the run's artifact says about its pull request is a stranger's word.
 */
export async function findPullRequest(repository: Repository, run: FinishedRun): Promise<number | undefined> {
  const call = openGithub(repository);
  const { owner, repo } = repository;
  const { data } = await call('list-pull-requests', (octokit) =>
    octokit.rest.pulls.list({
      owner,
      repo,
      state: 'open',
      head: `${run.headOwner}:${run.headBranch}`,
      per_page: 100,
    }),
  );
  return data.find(({ head }) => head.sha === run.headSha)?.number;
}
