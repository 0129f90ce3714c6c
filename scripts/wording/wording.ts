import type { CodeOf } from '../model/coded-error.ts';
import type { ProblemArgs } from '../model/problem.ts';

/** What a reader is told: what is wrong, and what to do about it. Plain text in one line, escaped for nothing yet. */
export interface Wording {
  readonly message: string;
  /** An imperative, with the exact value to write where there is one. */
  readonly cure: string;
}

/**
 * A sentence for each code of a room, in one language. Neither a code without a sentence compiles, nor a sentence that
 * asks for what the code does not carry.
 */
export type Words<ArgumentsOf> = {
  readonly [Code in CodeOf<ArgumentsOf>]: (args: Readonly<ArgumentsOf[Code]>) => Wording;
};

/** What a sentence may be filled with. */
export type Said = string | number | readonly string[] | undefined;

/**
 * Fills values into a sentence: lists with commas, absent values with nothing. Values come from strangers; whoever
 * shows the sentence escapes it (`forTerminal`).
 */
export function say(sentence: TemplateStringsArray, ...values: readonly Said[]): string {
  return sentence.map((piece, index) => piece + shown(values[index])).join('');
}

const shown = (value: Said): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/**
 * The wording of the code that stands in `args.reason`: a problem that passes on what another room found. The code
 * itself where the room does not know it.
 */
export function sayReason(words: object, args: Readonly<Record<string, Said>>): Wording {
  const reason = String(args['reason'] ?? '');
  const known = new Map<string, (args: Readonly<Record<string, Said>>) => Wording>(Object.entries(words));
  return known.get(reason)?.(args) ?? { message: reason, cure: '' };
}

/** Arguments of codes that do not say yet which they have. */
export type Untyped<Code extends string> = Readonly<Record<Code, ProblemArgs>>;
