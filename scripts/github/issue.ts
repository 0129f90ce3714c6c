import { openGithub, type Octokit, type Repository } from './api.ts';

/** An issue that is open once at most, found again by its marker. */
export interface MarkedIssue {
  readonly marker: string;
  readonly title: string;
  readonly body: string;
}

/** What was done about an issue. */
export type IssueChange = 'created' | 'updated' | 'closed' | 'nothing';

/** Opens the issue, or writes the open one anew. */
export async function raiseIssue(repository: Repository, issue: MarkedIssue): Promise<IssueChange> {
  const call = openGithub(repository);
  const { owner, repo } = repository;
  const text = { title: issue.title, body: `${issue.marker}\n${issue.body}` };
  const found = await call('list-issues', (octokit) => findIssue(octokit, repository, issue.marker));
  if (found === undefined) {
    await call('create-issue', (octokit) => octokit.rest.issues.create({ owner, repo, ...text }));
    return 'created';
  }
  await call('update-issue', (octokit) =>
    octokit.rest.issues.update({ owner, repo, issue_number: found, ...text }),
  );
  return 'updated';
}

/** Closes the issue where it is open: what it told of is over. */
export async function settleIssue(repository: Repository, marker: string): Promise<IssueChange> {
  const call = openGithub(repository);
  const { owner, repo } = repository;
  const found = await call('list-issues', (octokit) => findIssue(octokit, repository, marker));
  if (found === undefined) return 'nothing';
  await call('close-issue', (octokit) =>
    octokit.rest.issues.update({ owner, repo, issue_number: found, state: 'closed' }),
  );
  return 'closed';
}

/** Pages of a hundred open issues that are looked through, newest first. */
const MAX_PAGES = 10;

async function findIssue(
  octokit: Octokit,
  { owner, repo }: Pick<Repository, 'owner' | 'repo'>,
  marker: string,
): Promise<number | undefined> {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data } = await octokit.rest.issues.listForRepo({
      owner,
      repo,
      state: 'open',
      per_page: 100,
      page,
    });
    const found = data.find(({ user, body }) => user?.type === 'Bot' && body?.startsWith(marker));
    if (found !== undefined) return found.number;
    if (data.length < 100) return undefined;
  }
  return undefined;
}
