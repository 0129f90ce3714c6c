import type { Repository } from '../../github/api.ts';
import { repositoryOf } from '../github/repository-of.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { SubmitOptions } from './options.ts';

/** Where a submission goes. */
export interface Destination {
  readonly repository: Repository;
  /** Owner of the repository that the branch is pushed to. */
  readonly headOwner: string;
  /** Beginning of git's addresses, ending with `/`. */
  readonly server: string;
  /** Address of the releases repository for git. */
  readonly baseUrl: string;
  /** Address that the branch is pushed to. */
  readonly headUrl: string;
}

/** Reads where to submit from options and variables. Throws `WrongUse`, `GithubError`. */
export function destinationOf({ repository, fork }: SubmitOptions, { world, text }: Session): Destination {
  const { environment } = world;
  const full = repository ?? environment['GITHUB_REPOSITORY'] ?? '';
  for (const name of [full, fork ?? full]) {
    if (!/^[\w-]+\/(?!\.)[\w.-]+$/.test(name)) throw new WrongUse(text.submit.badRepository(name));
  }
  const server = `${(environment['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/$/, '')}/`;
  return {
    repository: repositoryOf({ ...world, environment: { ...environment, GITHUB_REPOSITORY: full } }),
    headOwner: (fork ?? full).split('/')[0] ?? '',
    server,
    baseUrl: `${server}${full}.git`,
    headUrl: `${server}${fork ?? full}.git`,
  };
}
