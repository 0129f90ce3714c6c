import type { Problem } from '../model/problem.ts';
import type { ProblemCode } from '../wording/index.ts';
import type { ChangedFile } from '../source/index.ts';

/** Problems of a change, and those that it only happens to stand beside. */
export interface TouchedProblems {
  readonly touched: readonly Problem<ProblemCode>[];
  readonly rest: readonly Problem<ProblemCode>[];
}

/**
 * Parts problems by the folders that a change touches. Errors are never set aside: a change in one file can break
 * another, and nothing is published with an error anyway.
 */
export function touchedProblems(
  problems: readonly Problem<ProblemCode>[],
  changes: readonly ChangedFile[],
): TouchedProblems {
  const folders = new Set(changes.map(({ file }) => folderOf(file)));
  const isTouched = ({ severity, place }: Problem): boolean =>
    severity === 'error' || folders.has(folderOf(place.file));
  return { touched: problems.filter(isTouched), rest: problems.filter((problem) => !isTouched(problem)) };
}

const folderOf = (file: string): string => file.slice(0, Math.max(file.lastIndexOf('/'), 0));
