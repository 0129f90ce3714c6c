import type { CommandDefinition } from '../session/command-definition.ts';
import { compareForms, type CompareOptions } from './compare-forms.ts';

/** `vypusk forms compare FOLDER`: forms written from their XML, held against those that a platform built. */
export const formsCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.forms;
  const command = program.command('forms').helpCommand(false).description(help.summary);
  command
    .command('compare')
    .description(help.compare)
    .argument('<folder>', help.folder)
    .option('--json', session.text.help.json)
    .action((folder: string, options: CompareOptions) => compareForms(folder, options, session));
};
