import type { ProblemArgs } from '../model/problem.ts';

/** What a reader is told: what is wrong, and what to do about it. Plain text in one line, escaped for nothing yet. */
export interface Wording {
  readonly message: string;
  /** An imperative, with the exact value to write where there is one. */
  readonly cure: string;
}

/** A sentence for each code of a room, in one language. A code that is added without a sentence does not compile. */
export type Words<Code extends string> = Readonly<Record<Code, (args: ProblemArgs) => Wording>>;

/**
 * Fills values into a sentence: lists with commas, absent values with nothing. Values come from strangers; whoever
 * shows the sentence escapes it (`forTerminal`).
 */
export function say(
  sentence: TemplateStringsArray,
  ...values: readonly (ProblemArgs[string] | undefined)[]
): string {
  return sentence.map((piece, index) => piece + shown(values[index])).join('');
}

const shown = (value: ProblemArgs[string] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');

/**
 * The wording of the code that stands in `args.reason`: a problem that passes on what another room found. The code
 * itself where the room does not know it.
 */
export function sayReason<Code extends string>(words: Words<Code>, args: ProblemArgs): Wording {
  const reason = String(args['reason'] ?? '');
  const known = new Map<string, (args: ProblemArgs) => Wording>(Object.entries(words));
  return known.get(reason)?.(args) ?? { message: reason, cure: '' };
}
