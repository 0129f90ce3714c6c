import { openGithub, type Repository } from './api.ts';

/** A pull request by its branch, as far as whoever proposed it must know. */
export interface Proposal {
  readonly number: number;
  /** Address for people. */
  readonly url: string;
  readonly state: 'open' | 'closed' | 'merged';
}

/** From where to where a pull request goes. */
export interface Route {
  /** Owner of the repository that the branch is in: another one than ours for a fork. */
  readonly headOwner: string;
  readonly headBranch: string;
  readonly base: string;
}

/** What people read of a pull request. */
export interface ProposalText {
  readonly title: string;
  readonly body: string;
}

/** The newest pull request on this route, whatever became of it; `undefined` where there was none. */
export async function findProposal(repository: Repository, route: Route): Promise<Proposal | undefined> {
  const { owner, repo } = repository;
  const { data } = await openGithub(repository)('list-pull-requests', (octokit) =>
    octokit.rest.pulls.list({
      owner,
      repo,
      state: 'all',
      head: `${route.headOwner}:${route.headBranch}`,
      base: route.base,
      sort: 'created',
      direction: 'desc',
      per_page: 100,
    }),
  );
  // An open one is the one that matters, also when somebody opened and closed another after it.
  const found = data.find(({ state }) => state === 'open') ?? data[0];
  return found && proposalOf(found);
}

/** Opens a pull request. */
export async function openProposal(
  repository: Repository,
  route: Route,
  text: ProposalText,
): Promise<Proposal> {
  const { owner, repo } = repository;
  const head = route.headOwner === owner ? route.headBranch : `${route.headOwner}:${route.headBranch}`;
  const { data } = await openGithub(repository)('create-pull-request', (octokit) =>
    octokit.rest.pulls.create({ owner, repo, head, base: route.base, ...text }),
  );
  return proposalOf(data);
}

/** Writes title and body of a pull request anew. */
export async function rewordProposal(
  repository: Repository,
  number: number,
  text: ProposalText,
): Promise<void> {
  const { owner, repo } = repository;
  await openGithub(repository)('update-pull-request', (octokit) =>
    octokit.rest.pulls.update({ owner, repo, pull_number: number, ...text }),
  );
}

interface Listed {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly merged_at: string | null;
}

const proposalOf = ({ number, html_url, state, merged_at }: Listed): Proposal => ({
  number,
  url: html_url,
  state: state === 'open' ? 'open' : merged_at === null ? 'closed' : 'merged',
});
