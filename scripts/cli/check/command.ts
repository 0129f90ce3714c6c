import path from 'node:path';
import type { CommandDefinition } from '../session/command-definition.ts';
import { touchedProblems } from '../../publication/touched-problems.ts';
import { mergeBase } from '../../source/index.ts';
import { checkTree } from './check-tree.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { isFolder } from '../../disk/files.ts';
import { momentOf } from '../session/moment.ts';
import { printProblems, PROBLEM_FORMATS, type ProblemFormat } from '../session/print-problems.ts';
import type { Session } from '../session/session.ts';

interface CheckOptions {
  readonly releases: string;
  readonly since?: string;
  readonly format?: string;
  readonly json?: true;
  readonly fetch?: true;
  readonly now?: string;
}

/** `vypusk check`: every problem at once, with its place and its cure. */
export const checkCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  program
    .command('check')
    .description(help.check.summary)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--since <revision>', help.check.since)
    .option('--format <name>', help.check.format)
    .option('--json', help.json)
    .option('--fetch', help.check.fetch)
    .option('--now <moment>', help.check.now)
    .action((options: CheckOptions) => check(options, session));
};

async function check(options: CheckOptions, session: Session): Promise<void> {
  const root = path.resolve(session.world.cwd, options.releases);
  if (!(await isFolder(root))) throw new WrongUse(session.text.message.noFolder(options.releases));
  const format = formatOf(options, session);
  const scope = {
    root,
    now: momentOf(options.now, session),
    ...(options.fetch && { fetchBuild: (await import('./fetch-build.ts')).fetchBuildWith(session.world) }),
    ...(options.since !== undefined && { since: await mergeBase(root, options.since) }),
  };
  const { problems, changes } = await checkTree(scope, session);
  // A program gets everything and chooses itself.
  const { touched, rest } =
    changes === undefined || format === 'json'
      ? { touched: problems, rest: [] }
      : touchedProblems(problems, changes);
  printProblems(touched, { root, format }, session);
  if (rest.length > 0) session.world.err(session.text.message.elsewhere(rest.length));
  session.finish(problems.some(({ severity }) => severity === 'error') ? EXIT.problems : EXIT.fine);
}

function formatOf({ format, json }: CheckOptions, { text }: Session): ProblemFormat {
  if (json) return 'json';
  const known = PROBLEM_FORMATS.find((name) => name === (format ?? 'text'));
  if (known === undefined)
    throw new WrongUse(text.message.badFormat(format ?? '', PROBLEM_FORMATS.join(', ')));
  return known;
}
