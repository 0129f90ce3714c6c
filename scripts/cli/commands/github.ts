import { GithubError } from '../../github/error.ts';
import { forTerminal } from '../../wording/index.ts';
import { wordGithubError } from '../../wording/word-github-code.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { EXIT } from '../exit-code.ts';
import { postReport } from '../github/post-report.ts';
import { watch, type WatchOptions } from '../github/watch.ts';
import type { Session } from '../session.ts';

/** `vypusk github comment | watch`: what workflows write. They run anywhere the variables of GitHub Actions are set. */
export const githubCommand: CommandDefinition = (program, session) => {
  const { help, github } = session.text;
  const command = program.command('github').description(github.github.summary);
  command
    .command('comment')
    .description(github.github.comment)
    .requiredOption('--report <file>', github.github.report)
    .action(({ report }: { readonly report: string }) => told(() => postReport(report, session), session));
  command
    .command('watch')
    .description(github.github.watch)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--trust <file>', help.client.trust, 'releases/trust/1.root.json')
    .option('--days <number>', help.verify.days, '10')
    .option('--now <moment>', help.client.now)
    .action((options: WatchOptions) => told(() => watch(options, session), session));
};

/** What GitHub refuses is told in a sentence. */
async function told(work: () => Promise<void>, { world, locale, finish }: Session): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    const { message, cure } = wordGithubError(error, locale);
    world.err(`${error.code}: ${forTerminal(message)}\n  → ${forTerminal(cure)}\n`);
    finish(EXIT.problems);
  }
}
