import type { Position } from '../lexer/token.ts';

/** What the static check finds in a module. */
export type CheckCode =
  | 'not-compiled'
  | 'unused-method'
  | 'unused-variable'
  | 'unused-parameter'
  | 'message-call'
  | 'text-without-nstr'
  | 'export-missing';

/** One finding: where, what, and the name it is about. */
export interface CheckProblem extends Position {
  readonly module: string;
  readonly code: CheckCode;
  readonly name: string;
}
