import type { Place } from '../../model/problem.ts';

const OPENING = '<<<<<<<';
const CLOSING = '>>>>>>>';

/**
 * Place of the first conflict that git left in a text: a line that begins with `<<<<<<<`, with one that begins with
 * `>>>>>>>` below it. A row of `=` alone is a heading of Markdown, and `>` alone quotes.
 */
export function conflictIn(file: string, text: string): Place | undefined {
  if (!text.includes(OPENING) || !text.includes(CLOSING)) return undefined;
  const lines = text.split('\n');
  const opening = lines.findIndex((line) => startsWith(line, OPENING));
  if (opening < 0 || !lines.slice(opening).some((line) => startsWith(line, CLOSING))) return undefined;
  return { file, line: opening + 1, column: 1, length: OPENING.length };
}

/** The marker alone or with a name after it: `<<<<<<<<<` is somebody's drawing. */
const startsWith = (line: string, marker: string): boolean =>
  line.startsWith(marker) && ['', ' ', '\r'].includes(line.charAt(marker.length));
