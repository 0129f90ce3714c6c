import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { MAX_NOTES_DEPTH } from './limits.ts';

/** How the text of notes is read: CommonMark with GitHub's additions, or MDX, which is that and components. */
export type NotesFormat = 'md' | 'mdx';

/** The parser gave up: the place it named (one-based), and its own English words about the cause. */
export interface ParseFailure {
  readonly line: number;
  readonly column: number;
  readonly cause: string;
}

/**
 * The two ways in which the site may read notes: as Astro does, and as Starlight does (with `:::directives`). What is
 * published must be harmless in both.
 */
const READINGS = [{ directive: false }, { directive: true }] as const;

/** A directive begins with a colon and something after it; without one both readings are the same. */
const DIRECTIVE = /:[^\s/]/;

/**
 * Trees of the notes from Sätteri, the parser that renders them: a second parser would see other markup in corner
 * cases, and the difference would be the hole. MDX text must come neutralised (see `mdx-code.ts`): Sätteri hands
 * expressions to a recursive JavaScript parser, and a long run of brackets there ends the process.
 */
export function parseNotes(text: string, format: NotesFormat): readonly MdastNode[] | ParseFailure {
  const parse = format === 'mdx' ? mdxToMdast : markdownToMdast;
  try {
    const readings = DIRECTIVE.test(text) ? READINGS : READINGS.slice(0, 1);
    return readings.map((features) => parse(text, { features }));
  } catch (error) {
    return failureOf(error);
  }
}

/** Sätteri's messages begin with `line:column: `. */
function failureOf(error: unknown): ParseFailure {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', cause = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  return { line: Number(line), column: Number(column), cause };
}

const DEEP_LINE = new RegExp(
  String.raw`^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){${String(MAX_NOTES_DEPTH + 1)}}`,
  'm',
);

/** Offset of a line that opens so many quotations and lists that parsing it costs quadratic time; -1 without one. */
export const deepLineOffset = (text: string): number => text.search(DEEP_LINE);
