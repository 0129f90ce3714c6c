import type { Problem } from '../model/problem.ts';
import type { Locale } from '../model/text.ts';
import { summaryOf, wordProblem, type ProblemCode } from '../wording/index.ts';
import { code, plain, tableHead, tableRow } from './markdown.ts';
import type { Section } from './section.ts';
import { REPORT_WORDS } from './words.ts';

/** What is wrong with a change. */
export interface FoundProblems {
  readonly problems: readonly Problem<ProblemCode>[];
  /** How many more there are in what the change does not touch. */
  readonly elsewhere: number;
  /** What stands before paths of the tree to make them paths of the repository: `releases/`. */
  readonly folder: string;
}

/** Everything that is wrong, errors first, with its cure. */
export function problemsSection({ problems, elsewhere, folder }: FoundProblems, locale: Locale): Section {
  const words = REPORT_WORDS[locale];
  const rows = (['error', 'warning'] as const).flatMap((severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map((problem) => rowOf(problem, folder, locale)),
  );
  return {
    name: 'problems',
    head: [
      `### ${words.problems}`,
      plain(summaryOf(problems, locale)),
      ...(elsewhere > 0 ? [words.elsewhere(elsewhere)] : []),
      ...(rows.length > 0 ? [tableHead(words.problemColumns)] : []),
    ],
    blocks: rows,
    kind: 'rows',
  };
}

function rowOf(problem: Problem<ProblemCode>, folder: string, locale: Locale): string {
  const { severity, place } = problem;
  const { message, cure } = wordProblem(problem, locale);
  const sentences = [message, cure].filter((sentence) => sentence !== '').map(plain);
  return tableRow([
    `${severity === 'error' ? '❌' : '⚠️'} ${REPORT_WORDS[locale][severity]}`,
    `${code(`${folder}${place.file}:${place.line}`)}<br>${code(problem.code)}`,
    sentences.join('<br>→ '),
  ]);
}
