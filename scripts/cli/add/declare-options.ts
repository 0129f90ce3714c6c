import type { Command } from 'commander';
import type { Session } from '../session/session.ts';
import { repeatable } from '../session/repeatable.ts';

/** Declares what a person says about releases that are added; every command that adds takes the same. */
export function declareAddOptions(command: Command, { text }: Session): Command {
  const { help, license } = text;
  return command
    .option('--releases <dir>', help.releases, 'releases')
    .option('--extension <id>', help.add.extension)
    .option('--configuration <name=range>', help.add.configuration, repeatable, [])
    .option('--tested <name=version>', help.add.tested, repeatable, [])
    .option('--date <day>', help.add.date)
    .option('--channel <name>', help.add.channel)
    .option('--importance <level>', help.add.importance)
    .option('--notes <text>', help.add.notes)
    .option('--notes-en <text>', help.add.notesEn)
    .option('--title <text>', help.add.title)
    .option('--summary <text>', help.add.summaryOf)
    .option('--product <id>', help.add.product, repeatable, [])
    .option('--secrets <file>', license.help.secrets)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--version <version>', help.add.version)
    .option('--version-from <source>', help.add.versionFrom)
    .option('--url <file=url>', help.add.url, repeatable, [])
    .option('-y, --yes', help.add.yes)
    .option('--dry-run', help.add.dryRun)
    .option('--json', help.json);
}
