import type { ReleaseTree } from '../../model/release-tree.ts';
import type { AddOptions } from './options.ts';

/** What is known before anything is planned. */
export interface AdditionContext {
  readonly options: AddOptions;
  readonly tree: ReleaseTree;
  /** Folder of the release tree. */
  readonly root: string;
}
