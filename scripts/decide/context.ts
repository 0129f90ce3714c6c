import type { LicenseContext } from './license.ts';
import type { RolloutPositions } from './rollout.ts';

/** What a decision depends on besides the extension and the infobase. */
export interface DecisionContext extends LicenseContext {
  /** The publisher's channels, the most stable first. */
  readonly channels: readonly string[];
  /** Places of the infobase in staged rollouts, from `rolloutPositions`. */
  readonly positions: RolloutPositions;
  /** Configuration that is meant where a build names none: that of the document, for a configuration document. */
  readonly configuration?: string;
}
