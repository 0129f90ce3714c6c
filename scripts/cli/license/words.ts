import { isPlainLine } from '../../licensing/plain-line.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';

/** A line that somebody typed, without spaces around it. Throws `WrongUse` for one that no document may carry. */
export function requireLine(option: string, typed: string, { text }: Session): string {
  const line = typed.trim();
  if (!isPlainLine(line)) throw new WrongUse(text.license.badText(option));
  return line;
}
