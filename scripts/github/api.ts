import { getOctokit } from '@actions/github';
import { withRetries, type Waiting } from './retries.ts';

/** One repository on GitHub, and the right to do something there. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
  readonly token: string;
  /** Address of the API, `https://api.github.com` or that of an own server. */
  readonly apiUrl: string;
  readonly fetch: typeof fetch;
  readonly waiting: Waiting;
}

/** GitHub's API as `@actions/github` has it. */
export type Octokit = ReturnType<typeof getOctokit>;

/** Does one thing on GitHub, again where that may help. Throws `GithubError` that names the action. */
export type Call = <T>(action: string, work: (octokit: Octokit) => Promise<T>) => Promise<T>;

/** Opens the API of a repository. */
export function openGithub({ token, apiUrl, fetch, waiting }: Repository): Call {
  const octokit = getOctokit(token, { baseUrl: apiUrl, request: { fetch }, log: SILENT });
  return (action, work) => withRetries(action, () => work(octokit), waiting);
}

const ignore = (): void => undefined;

/** What goes wrong becomes a `GithubError`; a second report in the log would only confuse. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
