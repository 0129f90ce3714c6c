import { compareProblems, type Problem } from '../model/problem.ts';
import type { CheckContext } from './context.ts';
import { RULES, type CheckCode } from './rules.ts';

/** A problem that a rule found. */
export type CheckProblem = Problem<CheckCode>;

/** All problems that the rules find, in the order in which they are shown. Never stops at the first. */
export function runChecks(context: CheckContext): readonly CheckProblem[] {
  const problems = RULES.flatMap(({ code, severity, check }) =>
    [...check(context)].map((finding): CheckProblem => ({ code, severity, ...finding })),
  );
  return problems.sort(compareProblems);
}
