/** The public surface of the room: rules over a release tree → problems. */
export type { CheckContext, InspectedFile, RootDigests } from './context.ts';
export type { Finding, Rule } from './rule.ts';
export { RULES, type CheckCode } from './rules.ts';
export { runChecks, type CheckProblem } from './run-checks.ts';
