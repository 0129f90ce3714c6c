import type { CandidateSource } from './candidate-source.ts';

/** Merges exactly this commit. GitHub refuses (409) when the branch stands elsewhere meanwhile. Throws `GithubError`. */
export async function mergeAt(
  { call, repository: { owner, repo }, number }: CandidateSource,
  commit: string,
): Promise<void> {
  await call('merge-pull-request', (octokit) =>
    octokit.rest.pulls.merge({ owner, repo, pull_number: number, sha: commit, merge_method: 'merge' }),
  );
}

/**
 * Starts a workflow on a branch. What the token of a workflow does starts no other workflow by itself, but for this
 * («Triggering a workflow from a workflow» of GitHub Actions): a merge would otherwise never be published.
 */
export async function startWorkflow(
  { call, repository: { owner, repo } }: Pick<CandidateSource, 'call' | 'repository'>,
  { file, branch }: { readonly file: string; readonly branch: string },
): Promise<void> {
  await call('start-workflow', (octokit) =>
    octokit.rest.actions.createWorkflowDispatch({ owner, repo, workflow_id: file, ref: branch }),
  );
}
