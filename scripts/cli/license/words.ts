import { WrongUse } from '../exit-code.ts';
import type { Session } from '../session.ts';

const LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]{1,200}$/u;

/** A line that somebody typed, without spaces around it. Throws `WrongUse` for one that no document may carry. */
export function requireLine(option: string, typed: string, { text }: Session): string {
  const line = typed.trim();
  if (!LINE.test(line)) throw new WrongUse(text.license.badText(option));
  return line;
}
