import { openGithub, type Octokit, type Repository } from './api.ts';

/** A comment that exists once in a thread, found again by its marker. */
export interface MarkedComment {
  /** Number of the pull request or issue. */
  readonly number: number;
  /** First line of the body: an HTML comment that nobody sees. */
  readonly marker: string;
  readonly body: string;
}

/** Pages of a hundred comments that are looked through. */
const MAX_PAGES = 20;

/**
 * Posts the comment, or writes it over the one with this marker; tells which. Only comments of bots count: a person who
 * copies the marker must not be written over, and could not be.
 */
export async function upsertComment(
  repository: Repository,
  { number, marker, body }: MarkedComment,
): Promise<'created' | 'updated'> {
  const call = openGithub(repository);
  const { owner, repo } = repository;
  const found = await call('list-comments', (octokit) =>
    findComment(octokit, { owner, repo, number, marker }),
  );
  const text = `${marker}\n${body}`;
  if (found === undefined) {
    await call('create-comment', (octokit) =>
      octokit.rest.issues.createComment({ owner, repo, issue_number: number, body: text }),
    );
    return 'created';
  }
  await call('update-comment', (octokit) =>
    octokit.rest.issues.updateComment({ owner, repo, comment_id: found, body: text }),
  );
  return 'updated';
}

interface Search {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly marker: string;
}

async function findComment(
  octokit: Octokit,
  { owner, repo, number, marker }: Search,
): Promise<number | undefined> {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data } = await octokit.rest.issues.listComments({
      owner,
      repo,
      issue_number: number,
      per_page: 100,
      page,
    });
    const found = data.find(({ user, body }) => user?.type === 'Bot' && body?.startsWith(marker));
    if (found !== undefined) return found.id;
    if (data.length < 100) return undefined;
  }
  return undefined;
}
