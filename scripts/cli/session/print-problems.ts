import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { formatProblems, githubAnnotation, type ProblemCode } from '../../wording/index.ts';
import type { Session } from './session.ts';

/** Ways to show problems: for people, for programs, for GitHub's workflow log. */
export type ProblemFormat = 'text' | 'json' | 'github';

/** All of them, as `--format` takes them. */
export const PROBLEM_FORMATS: readonly ProblemFormat[] = ['text', 'json', 'github'];

/** Shows problems of a release tree on standard output. */
export function printProblems(
  problems: readonly Problem<ProblemCode>[],
  { root, format = 'text' }: { readonly root: string; readonly format?: ProblemFormat },
  { world, locale }: Session,
): void {
  const folder = folderOf(root, world.cwd);
  switch (format) {
    case 'json':
      world.out(`${JSON.stringify(problems, null, 2)}\n`);
      return;
    case 'github':
      for (const problem of problems) world.out(`${githubAnnotation(problem, locale, folder)}\n`);
      return;
    case 'text':
      world.out(
        formatProblems(problems, { folder, textOf: (file) => sourceText(path.join(root, file)) }, locale),
      );
  }
}

/** The release tree as it is called from where the reader stands: `releases/`. */
export function folderOf(root: string, cwd: string): string {
  const relative = path.relative(cwd, root).replaceAll(path.sep, '/');
  return relative === '' ? '' : `${relative}/`;
}

/** Only manifests and notes are shown in lines; a problem of a binary file needs no frame. */
function sourceText(file: string): string | undefined {
  if (!/\.(ya?ml|mdx?|json)$/.test(file)) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The problem may be that the file is missing: it is shown without its line.
    return undefined;
  }
}
