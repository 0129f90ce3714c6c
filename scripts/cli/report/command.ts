import path from 'node:path';
import { reportOf } from '../../report/report.ts';
import { checkTree } from '../check/check-tree.ts';
import { extensionsAmong } from '../../publication/checked-tree.ts';
import { touchedProblems } from '../../publication/touched-problems.ts';
import { mergeBase } from '../../source/index.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { isFolder, writeWhole } from '../../disk/files.ts';
import { dayOf } from '../../model/day.ts';
import { momentOf } from '../session/moment.ts';
import { folderOf } from '../session/print-problems.ts';
import { publicationsOf } from './publications.ts';
import type { Session } from '../session/session.ts';

interface ReportOptions {
  readonly releases: string;
  readonly since: string;
  readonly out?: string;
  readonly fetch?: true;
  readonly now?: string;
}

/** `vypusk report --since REV`: what a pull request changes, as Markdown in the publisher's language. */
export const reportCommand: CommandDefinition = (program, session) => {
  const { help, github } = session.text;
  program
    .command('report')
    .description(github.report.summary)
    .requiredOption('--since <revision>', github.report.since)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--out <file>', github.report.out)
    .option('--fetch', help.check.fetch)
    .option('--now <moment>', help.check.now)
    .action((options: ReportOptions) => report(options, session));
};

/** Ends well whatever is wrong with the tree: the report says it, and `check` is what fails. */
async function report(options: ReportOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const { out } = options;
  const root = path.resolve(world.cwd, options.releases);
  if (!(await isFolder(root))) throw new WrongUse(text.message.noFolder(options.releases));
  const now = momentOf(options.now, session);
  const since = await mergeBase(root, options.since);
  const {
    problems,
    inspected,
    changes = [],
  } = await checkTree(
    {
      root,
      now,
      since,
      ...(options.fetch && { fetchBuild: (await import('../check/fetch-build.ts')).fetchBuildWith(world) }),
    },
    session,
  );
  const only = extensionsAmong(changes);
  const { touched, rest } = touchedProblems(problems, changes);
  const publications = await publicationsOf({ root, since, inspected, ...(only && { only }) });
  const publisher = (publications.now ?? publications.before)?.tree.publisher.value;
  const markdown = await reportOf({
    ...publications,
    inspected,
    problems: touched,
    elsewhere: rest.length,
    today: dayOf(now),
    folder: folderOf(root, world.cwd),
    locale: session.askedLocale ?? publisher?.locales[0] ?? session.locale,
  });
  if (out === undefined) world.out(markdown);
  else await writeWhole(path.resolve(world.cwd, out), markdown);
  await world.job?.summarize(markdown);
  session.finish(EXIT.fine);
}
