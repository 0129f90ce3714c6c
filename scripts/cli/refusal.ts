import type { CfeArgs, CfeError, CfeErrorCode } from '../cfe/index.ts';
import type { Locale } from '../model/text.ts';
import { forTerminal, wordCfeError } from '../wording/index.ts';

/** Why a 1C file was refused: a code for programs, a sentence for people. */
export interface Refusal {
  readonly code: CfeErrorCode;
  readonly args: CfeArgs;
  readonly message: string;
}

/** The refusal that a reader's error stands for. */
export const refusalOf = (error: CfeError, locale: Locale): Refusal => ({
  code: error.code,
  args: error.args,
  message: forTerminal(wordCfeError(error, locale).message),
});
