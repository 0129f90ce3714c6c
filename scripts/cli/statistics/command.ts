import type { CommandDefinition } from '../session/command-definition.ts';
import { countGithub } from './count-github.ts';
import { countLogs, type LogOptions } from './count-logs.ts';

/** `vypusk statistics logs | github`: downloads, counted without a server of ours and without knowing who. */
export const statisticsCommand: CommandDefinition = (program, session) => {
  const { help, statistics } = session.text;
  const command = program.command('statistics').helpCommand(false).description(statistics.help.summary);
  command
    .command('logs')
    .description(statistics.help.logs)
    .argument('<file...>', statistics.help.files)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--source <name>', statistics.help.source, 'log')
    .option('--prefix <path>', statistics.help.prefix)
    .option('--now <moment>', statistics.help.now)
    .option('--dry-run', help.add.dryRun)
    .action((files: readonly string[], options: LogOptions) => countLogs(files, options, session));
  command
    .command('github')
    .description(statistics.help.github)
    .argument('<owner/name>', statistics.help.repository)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--now <moment>', statistics.help.now)
    .option('--dry-run', help.add.dryRun)
    .action((repository: string, options: LogOptions) => countGithub(repository, options, session));
};
