/** Why GitHub did not do what it was asked for. Closed; arguments are named after each code. */
export type GithubErrorCode =
  /** The token may not do that. `action`. */
  | 'github-no-permission'
  /** There is no such thing, or the token may not see it. `action`. */
  | 'github-not-found'
  /** Too many requests, and waiting did not help. `action`. */
  | 'github-rate-limited'
  /** GitHub does not answer or fails, also when asked again. `action`, `status` (0 without an answer). */
  | 'github-unavailable'
  /** GitHub refuses the content. `action`, `status`. */
  | 'github-refused'
  /** The file that describes the event is missing or is not one of a finished workflow. `reason`. */
  | 'github-event-unusable'
  /** No token or no repository in the environment. `variable`. */
  | 'github-not-configured';

/** GitHub did not do what it was asked for. */
export class GithubError extends Error {
  override readonly name = 'GithubError';
  readonly code: GithubErrorCode;
  readonly args: Readonly<Record<string, string | number>>;

  constructor(code: GithubErrorCode, args: GithubError['args'], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
