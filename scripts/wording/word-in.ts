import type { Coded, CodeOf } from '../model/coded-error.ts';
import type { Locale } from '../model/text.ts';
import type { Wording, Words } from './wording.ts';

/** Finds the sentence of a code in the reader's language, for an error as for a value. */
export type Word<ArgumentsOf> = (
  coded: { readonly code: CodeOf<ArgumentsOf>; readonly args: Coded<ArgumentsOf>['args'] },
  locale: Locale,
) => Wording;

/** Words codes by their tables, one for each language. */
export const wordIn =
  <ArgumentsOf>(words: Readonly<Record<Locale, Words<ArgumentsOf>>>): Word<ArgumentsOf> =>
  ({ code, args }, locale) => {
    const sentence: (args: Coded<ArgumentsOf>['args']) => Wording = words[locale][code];
    return sentence(args);
  };
