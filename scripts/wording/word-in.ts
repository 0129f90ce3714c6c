import type { ProblemArgs } from '../model/problem.ts';
import type { Locale } from '../model/text.ts';
import type { Wording, Words } from './wording.ts';

/** Anything with a code and the values for a sentence about it: an error, a problem, a reason. */
export interface Coded<Code extends string> {
  readonly code: Code;
  readonly args: ProblemArgs;
}

/** Finds the sentence of a code in the reader's language. */
export type Word<Code extends string> = (coded: Coded<Code>, locale: Locale) => Wording;

/** Words codes by their tables, one for each language. */
export const wordIn =
  <Code extends string>(words: Readonly<Record<Locale, Words<Code>>>): Word<Code> =>
  ({ code, args }, locale) =>
    words[locale][code](args);
