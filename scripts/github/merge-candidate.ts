import type { Octokit } from './api.ts';
import { branchPushers } from './branch-pushers.ts';
import type { CandidateSource } from './candidate-source.ts';
import { commitChecks } from './commit-checks.ts';
import type { Candidate } from './candidate.ts';
import { MAX_MERGED_FILES } from './merge-rule.ts';
import { readTestMerge, tipOf, type Standing, type TestMerge } from './test-merge.ts';
import { treeChanges } from './tree-changes.ts';

/**
 * A pull request as GitHub describes it, and what merging it would change, by the trees of commits. No more is asked
 * for than the rule could agree to: of a change of a hundred thousand files no tree is read.
 */
export async function readCandidate(source: CandidateSource): Promise<Candidate> {
  const { call } = source;
  const data = await pullRequest(source);
  const head = data.head.sha;
  const headOwner = accountOf(data.head.repo?.owner);
  const pushers = await pushersOf(source, data.head);
  return {
    open: data.state === 'open',
    draft: data.draft ?? false,
    base: data.base.ref,
    headSha: head,
    ...(await changesOf(source, data)),
    author: accountOf(data.user) ?? NOBODY,
    ...(headOwner && { headOwner }),
    ...(pushers && { pushers }),
    ours: data.head.repo?.id === data.base.repo.id,
    checks: await commitChecks(source, head),
    objectors: await call('list-reviews', (octokit) => listObjectors(octokit, source)),
  };
}

async function changesOf(
  source: CandidateSource,
  data: PullRequest,
): Promise<Pick<Candidate, 'merge' | 'changedFiles' | 'files' | 'modes'>> {
  const unread = { changedFiles: data.changed_files, files: [], modes: new Map<string, string>() };
  if (data.changed_files > MAX_MERGED_FILES) return unread;
  const merge = await readTestMerge(source, await standingOf(source, data));
  if (merge === undefined) return unread;
  const { files, modes, cut } = await treeChanges(source, merge.trees, MAX_MERGED_FILES);
  return { merge, changedFiles: files.length + (cut ? 1 : 0), files, modes };
}

/**
 * Whether a pull request still stands where it was judged: open, the same head, the same base, the same merge. Asked
 * right before merging, because a branch may go from one commit to another and back.
 */
export async function standsAsJudged(source: CandidateSource, judged: TestMerge): Promise<boolean> {
  const data = await pullRequest(source);
  const now = await standingOf(source, data);
  const same = now.head === judged.head && now.base === judged.base && now.merge === judged.commit;
  return data.state === 'open' && data.draft !== true && same;
}

type PullRequest = Awaited<ReturnType<Octokit['rest']['pulls']['get']>>['data'];

async function pullRequest({ call, repository, number }: CandidateSource): Promise<PullRequest> {
  const { owner, repo } = repository;
  const { data } = await call('get-pull-request', (octokit) =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number }),
  );
  return data;
}

const standingOf = async (
  source: CandidateSource,
  { head, base, merge_commit_sha }: PullRequest,
): Promise<Standing> => ({
  base: await tipOf(source, base.ref),
  head: head.sha,
  merge: merge_commit_sha,
});

/** An account that was deleted owns nothing: GitHub's numbers begin at 1. */
const NOBODY = { login: '', id: 0 };

const accountOf = (
  account: { readonly login: string; readonly id: number } | null | undefined,
): Candidate['author'] | undefined => (account ? { login: account.login, id: account.id } : undefined);

interface Head {
  readonly sha: string;
  readonly ref: string;
  readonly repo: { readonly name: string; readonly owner: { readonly login: string } } | null;
}

const pushersOf = async (
  { call }: CandidateSource,
  { sha, ref, repo }: Head,
): Promise<Candidate['pushers']> =>
  repo
    ? branchPushers(call, { owner: repo.owner.login, repo: repo.name, branch: ref, commit: sha })
    : undefined;

/** People with a say whose last word was to ask for changes. */
async function listObjectors(octokit: Octokit, { repository, number }: CandidateSource): Promise<string[]> {
  const { owner, repo } = repository;
  const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  const last = new Map<string, string>();
  for (const { user, state, author_association } of reviews) {
    const hasSay = /^(OWNER|MEMBER|COLLABORATOR)$/.test(author_association);
    if (user !== null && hasSay && state !== 'COMMENTED') last.set(user.login, state);
  }
  return [...last].filter(([, state]) => state === 'CHANGES_REQUESTED').map(([login]) => login);
}
