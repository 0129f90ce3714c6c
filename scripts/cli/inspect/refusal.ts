import type { CfeError, CfeRefusal } from '../../cfe/index.ts';
import type { Locale } from '../../model/text.ts';
import { forTerminal, wordCfeError } from '../../wording/index.ts';

/** Why a 1C file was refused: a code for programs, a sentence for people. */
export type Refusal = CfeRefusal & { readonly message: string };

/** The refusal that a reader's error stands for. */
export const refusalOf = (error: CfeError, locale: Locale): Refusal => ({
  ...error.coded,
  message: forTerminal(wordCfeError(error, locale).message),
});
