import { SourceError } from '../source-error.ts';

const UNSAFE_STEP = /^\.{0,2}$|[\\\p{Cc}]|^[a-z]:/iu;

/**
 * Steps of a path inside the tree. Refuses everything that could leave it on some system: `..`, empty steps, an
 * absolute path, a backslash or drive of Windows, control characters (which would also break git's line protocol).
 */
export function treePathSteps(path: string): readonly string[] {
  if (path === '') return [];
  const steps = path.split('/');
  if (steps.some((step) => UNSAFE_STEP.test(step))) throw new SourceError('path-outside', { path });
  return steps;
}

/** Path of an entry in a folder; the tree itself is the empty path. */
export const entryPath = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`;
