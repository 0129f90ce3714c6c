import type { MdastNode } from 'satteri';
import { compareText } from '../model/problem.ts';
import { forbiddenCharacters } from '../model/forbidden-character.ts';
import {
  COSTLY_SIGNS,
  MAX_COSTLY_SIGNS,
  MAX_NOTES_BYTES,
  MAX_NOTES_DEPTH,
  MAX_NOTES_PROBLEMS,
} from './limits.ts';
import { lintTree } from './lint-tree.ts';
import { mdxCode, neutralised } from './mdx-code.ts';
import { deepLineOffset, parseNotes, type NotesFormat, type ParseFailure } from './parse-notes.ts';
import type { NotesProblem } from './problem.ts';
import { lineStarts, positionAt } from './text-position.ts';

/**
 * What may not stand in release notes. They come from strangers, Markdown passes HTML through and MDX is code that
 * runs when the site is built: this must be empty before anything renders the text. At most
 * {@link MAX_NOTES_PROBLEMS} problems, in the order of the text.
 */
export function lintNotes(text: string, format: NotesFormat): readonly NotesProblem[] {
  const refusal = refuseUnread(text, format);
  if (refusal !== undefined) return [refusal];
  const notes = withoutByteOrderMark(text);
  const problems = [...lintCharacters(notes), ...(format === 'mdx' ? lintMdx(notes) : lintMarkdown(notes))];
  return unique(problems).sort(byPlace).slice(0, MAX_NOTES_PROBLEMS);
}

/** Texts that cost too much to parse are refused as a whole. */
function refuseUnread(text: string, format: NotesFormat): NotesProblem | undefined {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_NOTES_BYTES)
    return at(1, 1, { code: 'too-large', args: { bytes, limit: MAX_NOTES_BYTES } });
  for (const { shown, pattern } of COSTLY_SIGNS[format]) {
    const count = text.match(pattern)?.length ?? 0;
    if (count <= MAX_COSTLY_SIGNS) continue;
    return at(1, 1, { code: 'too-many-signs', args: { sign: shown, count, limit: MAX_COSTLY_SIGNS } });
  }
  const offset = deepLineOffset(text);
  if (offset < 0) return undefined;
  const { line } = positionAt(lineStarts(text), offset);
  return at(line, 1, { code: 'too-deep', args: { limit: MAX_NOTES_DEPTH } });
}

const withoutByteOrderMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function* lintCharacters(text: string): Generator<NotesProblem> {
  const starts = lineStarts(text);
  for (const { index, codePoint, kind } of forbiddenCharacters(text.replaceAll('\r\n', ' \n'))) {
    yield { code: `${kind}-character`, ...positionAt(starts, index), length: 1, args: { codePoint } };
  }
}

function lintMarkdown(text: string): readonly NotesProblem[] {
  const trees = parseNotes(text, 'md');
  return isFailure(trees) ? [syntaxProblem(trees)] : trees.flatMap((tree) => lintTree(tree, text));
}

/**
 * MDX is parsed without its code first: what stands outside code blocks there is refused, and only a text without any
 * is parsed as it stands, where the same rules look at the tree that will be rendered.
 */
function lintMdx(text: string): readonly NotesProblem[] {
  const trees = parseNotes(neutralised(text), 'mdx');
  if (isFailure(trees)) return firstOf(codeProblems(text, []), [syntaxProblem(trees)]);
  const problems = [...codeProblems(text, trees), ...trees.flatMap((tree) => lintTree(tree, text))];
  if (problems.length > 0) return problems;
  const original = parseNotes(text, 'mdx');
  return isFailure(original) ? [syntaxProblem(original)] : original.flatMap((tree) => lintTree(tree, text));
}

/** Code that was taken out leaves wrong syntax behind: the code is the problem then. */
const firstOf = (
  causes: readonly NotesProblem[],
  symptoms: readonly NotesProblem[],
): readonly NotesProblem[] => (causes.length > 0 ? causes : symptoms);

function codeProblems(text: string, trees: readonly MdastNode[]): readonly NotesProblem[] {
  const starts = lineStarts(text);
  return mdxCode(text, trees).map(({ code, offset, length }) => ({
    code,
    ...positionAt(starts, offset),
    length,
    args: { text: text.slice(offset, offset + Math.min(length, 60)) },
  }));
}

const isFailure = (parsed: readonly MdastNode[] | ParseFailure): parsed is ParseFailure => 'cause' in parsed;

const syntaxProblem = ({ line, column, cause }: ParseFailure): NotesProblem =>
  at(line, column, { code: 'syntax', args: { cause } });

const at = (line: number, column: number, problem: Pick<NotesProblem, 'code' | 'args'>): NotesProblem => ({
  ...problem,
  line,
  column,
  length: 1,
});

/** Both readings of the text report the same piece; it is one problem. */
function unique(problems: readonly NotesProblem[]): NotesProblem[] {
  const byKey = new Map<string, NotesProblem>();
  for (const problem of problems) {
    const key = `${problem.line}:${problem.column}:${problem.code}`;
    if (!byKey.has(key)) byKey.set(key, problem);
  }
  return [...byKey.values()];
}

const byPlace = (a: NotesProblem, b: NotesProblem): number =>
  a.line - b.line || a.column - b.column || compareText(a.code, b.code);
