import type { Octokit } from './api.ts';
import { branchPushers } from './branch-pushers.ts';
import type { CandidateSource } from './candidate-source.ts';
import { commitChecks } from './commit-checks.ts';
import type { Candidate, ChangedPath } from './candidate.ts';
import { MAX_MERGED_FILES } from './merge-rule.ts';
import { fileModes } from './tree-modes.ts';

/** Files on one page of GitHub's list. */
const PAGE = 100;

/**
 * A pull request as GitHub describes it. No more is asked for than the rule could agree to: of a change of a hundred
 * thousand files not even the list is read.
 */
export async function readCandidate(source: CandidateSource): Promise<Candidate> {
  const { call, repository, number } = source;
  const { owner, repo } = repository;
  const { data } = await call('get-pull-request', (octokit) =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number }),
  );
  const small = data.changed_files <= MAX_MERGED_FILES;
  const files = small ? await listFiles(source) : [];
  const head = data.head.sha;
  const paths = files.map(({ path }) => path);
  const headOwner = accountOf(data.head.repo?.owner);
  const pushers = await pushersOf(source, data.head);
  return {
    open: data.state === 'open',
    draft: data.draft ?? false,
    base: data.base.ref,
    headSha: head,
    author: accountOf(data.user) ?? NOBODY,
    ...(headOwner && { headOwner }),
    ...(pushers && { pushers }),
    ours: data.head.repo?.id === data.base.repo.id,
    changedFiles: data.changed_files,
    files,
    modes: await fileModes(source, { commit: head, paths }),
    checks: await commitChecks(source, head),
    objectors: await call('list-reviews', (octokit) => listObjectors(octokit, source)),
  };
}

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

async function listFiles({ call, repository, number }: CandidateSource): Promise<readonly ChangedPath[]> {
  const { owner, repo } = repository;
  const files: ChangedPath[] = [];
  for (let page = 1; page <= MAX_MERGED_FILES / PAGE + 1; page++) {
    const { data } = await call('list-files', (octokit) =>
      octokit.rest.pulls.listFiles({ owner, repo, pull_number: number, per_page: PAGE, page }),
    );
    files.push(...data.map(({ filename, status }) => ({ path: filename, status })));
    if (data.length < PAGE) break;
  }
  return files;
}

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
