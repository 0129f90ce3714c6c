import type { Place, ProblemArgs, Severity } from '../model/problem.ts';
import type { CheckContext } from './context.ts';

/** One thing that a rule found: where, and the values that a sentence about it needs. */
export interface Finding {
  readonly place: Place;
  readonly args: ProblemArgs;
}

/**
 * One check of a release tree. A rule is a pure generator over values: it reads no file, asks no clock and writes no
 * sentence; facts of files and the day come in with the context. It lives in the file that its code names.
 */
export interface Rule<Code extends string = string> {
  /** Name of the rule: of its file, its page in the documentation, its fixtures and its wording. */
  readonly code: Code;
  readonly severity: Severity;
  readonly check: (context: CheckContext) => Iterable<Finding>;
}
