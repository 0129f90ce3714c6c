import type { CommandDefinition } from '../session/command-definition.ts';
import { merge, type MergeOptions } from './merge.ts';
import { postReport } from './post-report.ts';
import { watch, type WatchOptions } from './watch.ts';
import { repeatable } from '../session/repeatable.ts';

/** `vypusk github comment | merge | watch`: what workflows write. They run anywhere the variables of GitHub Actions are set. */
export const githubCommand: CommandDefinition = (program, session) => {
  const { help, github } = session.text;
  const command = program.command('github').helpCommand(false).description(github.github.summary);
  command
    .command('comment')
    .description(github.github.comment)
    .requiredOption('--report <file>', github.github.report)
    .action(({ report }: { readonly report: string }) => postReport(report, session));
  command
    .command('merge')
    .description(github.github.merge)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--base <branch>', github.github.base, 'main')
    .option('--require <check>', github.github.require, repeatable, [])
    .option('--publish <workflow>', github.github.publish)
    .action((options: MergeOptions) => merge(options, session));
  command
    .command('watch')
    .description(github.github.watch)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--trust <file>', help.client.trust, 'releases/trust/1.root.json')
    .option('--days <number>', help.verify.days, '10')
    .option('--now <moment>', help.client.now)
    .action((options: WatchOptions) => watch(options, session));
};
