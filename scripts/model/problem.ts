/** Where a problem is: a file of the release tree, and one-based line and column inside it. */
export interface Place {
  /** Path relative to the checked folder, always with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters to underline with carets, at least 1. */
  readonly length: number;
}

/** `error` stops publishing; `warning` is shown and lets it pass. */
export type Severity = 'error' | 'warning';

/** What a wording needs to be filled in: plain values, never sentences. */
export type ProblemArgs = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * Something wrong with the input, as a value: what (closed code), how bad, where, and the values that a sentence
 * about it needs. Wording comes last, in the reader's language (see `wording/`).
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  readonly args: ProblemArgs;
}

/** The start of a file: the place of a problem that concerns the file as a whole. */
export const startOf = (file: string): Place => ({ file, line: 1, column: 1, length: 1 });

/** Order in which problems are shown: by file, line, column, then code. The same input gives the same report. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.code, b.code)
  );
}

/** Code-unit order, the same on every machine (no locale). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
