import { CodedError, type CodeOf } from '../model/coded-error.ts';

/** Why GitHub did not do what it was asked for, and the arguments of each reason. */
export interface GithubErrorArguments {
  /** The token may not do that. */
  'github-no-permission': { action: string; status: number };
  /** There is no such thing, or the token may not see it. */
  'github-not-found': { action: string; status: number };
  /** Too many requests, and waiting did not help. */
  'github-rate-limited': { action: string; status: number };
  /** GitHub does not answer or fails, also when asked again; `status` is 0 without an answer. */
  'github-unavailable': { action: string; status: number };
  /** GitHub refuses the content. */
  'github-refused': { action: string; status: number };
  /** The file that describes the event is missing or is not one of a finished workflow. */
  'github-event-unusable': { reason: string };
  /** No token or no repository in the environment. */
  'github-not-configured': { variable: string };
}

/** Why GitHub did not do what it was asked for. */
export type GithubErrorCode = CodeOf<GithubErrorArguments>;

/** GitHub did not do what it was asked for. */
export class GithubError extends CodedError<GithubErrorArguments> {
  override readonly name = 'GithubError';
}
