import type { AddOptions } from '../add/options.ts';

/** Options of `vypusk submit`: those of `add`, and where the pull request goes. */
export interface SubmitOptions extends AddOptions {
  /** Checkout of the releases repository. */
  readonly checkout: string;
  /** `owner/name` of the releases repository; default: `GITHUB_REPOSITORY`. */
  readonly repository?: string;
  /** `owner/name` of the repository that the branch is pushed to; default: the same. */
  readonly fork?: string;
  /** Branch that the pull request goes into. */
  readonly base: string;
  /** Files and options come from the inputs of an action. */
  readonly inputs?: true;
}
