import type { Place, Problem } from '../model/problem.ts';
import type { Locale } from '../model/text.ts';
import { forTerminal } from './for-terminal.ts';
import { sourceFrame } from './source-frame.ts';
import { summaryOf } from './summary.ts';
import { wordProblem, type ProblemCode } from './word-code.ts';

/** Where the text of files comes from, and how the report is laid out. */
export interface ReportSources {
  /** Text of a file of the tree; nothing for a file that is gone or is no text. */
  readonly textOf: (file: string) => string | undefined;
  /** What stands before paths so that they can be opened from where the reader is: `releases/`. */
  readonly folder?: string;
  /** Columns of a line of source; 100 by default. */
  readonly width?: number;
}

const WIDTH = 100;

/**
 * A report for a terminal or a log: for each problem its place, severity and code, the line with carets under the
 * place, what is wrong and how to mend it; then a line that counts. Everything by strangers in it is escaped.
 */
export function formatProblems(
  problems: readonly Problem<ProblemCode>[],
  sources: ReportSources,
  locale: Locale,
): string {
  const paragraphs = problems.map((problem) => formatProblem(problem, sources, locale));
  return `${[...paragraphs, summaryOf(problems, locale)].join('\n\n')}\n`;
}

function formatProblem(problem: Problem<ProblemCode>, sources: ReportSources, locale: Locale): string {
  const { place, severity, code } = problem;
  const path = forTerminal(`${sources.folder ?? ''}${place.file}`);
  const { message, cure } = wordProblem(problem, locale);
  const text = isWholeFile(place) ? undefined : sources.textOf(place.file);
  const frame = text === undefined ? [] : sourceFrame(text, place, sources.width ?? WIDTH);
  return [
    `${path}:${place.line}:${place.column} ${severity} ${code}`,
    ...frame,
    `  ${forTerminal(message)}`,
    ...(cure === '' ? [] : [`  → ${forTerminal(cure)}`]),
  ].join('\n');
}

/** The place of a problem with a file as a whole (`startOf`), which may be binary or gone: no line shows anything. */
const isWholeFile = ({ line, column, length }: Place): boolean => line === 1 && column === 1 && length === 1;
