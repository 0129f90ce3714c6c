import type { ReleaseTree } from '../../model/release-tree.ts';
import type { SourceProblem } from '../source-problem.ts';

/** What was read, and everything that was wrong with it. */
export interface TreeReading {
  /**
   * The tree without what could not be read; `undefined` when `publisher.yaml` or `configurations.yaml` is unusable,
   * because nothing else means anything without them.
   */
  readonly tree: ReleaseTree | undefined;
  /** All problems, in the order of `compareProblems`. */
  readonly problems: readonly SourceProblem[];
}

/** Which part of a release tree to read. */
export interface TreeReadingOptions {
  /** Extensions (`<id>`) and releases (`<id>/<version folder>`) to read; everything when absent. */
  readonly only?: ReadonlySet<string>;
}
