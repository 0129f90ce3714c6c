import { setTimeout } from 'node:timers/promises';
import type { Repository } from '../../github/api.ts';
import { GithubError } from '../../github/error.ts';
import type { World } from '../session/world.ts';

/** The repository that a workflow runs for, from the variables that GitHub Actions sets. Throws `GithubError`. */
export function repositoryOf(world: World): Repository {
  const [owner = '', repo = ''] = variable('GITHUB_REPOSITORY', world).split('/');
  return {
    owner,
    repo,
    token: variable('GITHUB_TOKEN', world),
    apiUrl: world.environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    fetch: world.fetch,
    waiting: { now: () => world.now().getTime(), sleep: world.sleep ?? setTimeout },
  };
}

/** A variable that must be set. Throws `GithubError`. */
export function variable(name: string, { environment }: World): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new GithubError('github-not-configured', { variable: name });
  return value;
}
