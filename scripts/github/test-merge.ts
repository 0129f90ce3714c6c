import type { CandidateSource } from './candidate-source.ts';
import type { TreePair } from './tree-changes.ts';

/** The commit that merging would make, as GitHub tried it: what is judged, and what must still be so before merging. */
export interface TestMerge {
  readonly commit: string;
  /** Tip of the branch that it goes into. */
  readonly base: string;
  readonly head: string;
  readonly trees: TreePair;
}

/** Where a pull request stands now. */
export interface Standing {
  readonly base: string;
  readonly head: string;
  /** GitHub's test merge; null until it was tried, and where it conflicts. */
  readonly merge: string | null;
}

/**
 * GitHub's test merge of these very commits, `undefined` where there is none yet. Its parents say what was merged: of a
 * branch that was pushed to meanwhile they are others. What a merge changes is told by the merge alone: of two commits
 * with several common ancestors, as an owner can make them, the difference to one ancestor shows nothing of what is
 * taken back to another.
 */
export async function readTestMerge(source: CandidateSource, at: Standing): Promise<TestMerge | undefined> {
  if (at.merge === null) return undefined;
  const merge = await commitOf(source, at.merge);
  const [base, head, ...others] = merge.parents;
  if (base !== at.base || head !== at.head || others.length > 0) return undefined;
  const { tree } = await commitOf(source, base);
  return { commit: at.merge, base, head, trees: { before: tree, after: merge.tree } };
}

/** Commit at the tip of a branch. */
export async function tipOf(
  { call, repository: { owner, repo } }: CandidateSource,
  branch: string,
): Promise<string> {
  const { data } = await call('get-ref', (octokit) =>
    octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` }),
  );
  return data.object.sha;
}

async function commitOf(
  { call, repository: { owner, repo } }: CandidateSource,
  commit: string,
): Promise<{ readonly tree: string; readonly parents: readonly string[] }> {
  const { data } = await call('get-commit', (octokit) =>
    octokit.rest.git.getCommit({ owner, repo, commit_sha: commit }),
  );
  return { tree: data.tree.sha, parents: data.parents.map(({ sha }) => sha) };
}
