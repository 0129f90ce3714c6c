import type { Problem } from '../model/problem.ts';
import type { Locale } from '../model/text.ts';
import { forTerminal } from './for-terminal.ts';
import { wordProblem, type ProblemCode } from './word-code.ts';

/**
 * A problem as a workflow command of GitHub Actions, which shows it at its line in a pull request. A line that a
 * stranger could end would be a command of his own (`::add-mask::`, `::stop-commands::`), so values are escaped as
 * `@actions/core` does, properties more strictly than the message.
 *
 * @param folder what stands before paths of the tree to make them paths of the repository: `releases/`
 */
export function githubAnnotation(problem: Problem<ProblemCode>, locale: Locale, folder = ''): string {
  const { place, severity, code } = problem;
  const { message, cure } = wordProblem(problem, locale);
  const properties = {
    file: forTerminal(`${folder}${place.file}`),
    line: String(place.line),
    col: String(place.column),
    endColumn: String(place.column + place.length),
    title: code,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${severity} ${listed.join(',')}::${data(`${forTerminal(message)} ${forTerminal(cure)}`.trim())}`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
