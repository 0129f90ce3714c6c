import { CodedError } from '../model/coded-error.ts';
import type { Locale } from '../model/text.ts';
import type { Wording } from './wording.ts';

/** For each class of errors, by its name, what finds the sentences of its codes. */
export type WordsByClass<Thrown extends { readonly name: string }> = {
  readonly [Failure in Thrown as Failure['name']]: (error: Failure, locale: Locale) => Wording;
};

/** Finds the sentence of an error by its class; nothing for failures of other classes, which are faults of programs. */
export function wordByClass(
  words: Readonly<Record<string, (error: never, locale: Locale) => Wording>>,
): (error: unknown, locale: Locale) => Wording | undefined {
  const byName = new Map(Object.entries(words));
  return (error, locale) =>
    error instanceof CodedError ? byName.get(error.name)?.(error as never, locale) : undefined;
}
