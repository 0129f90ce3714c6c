import type { CommandDefinition } from '../session/command-definition.ts';
import { addConfiguration, type AddConfigurationOptions } from './add.ts';
import { listConfigurations, type ListOptions } from './list.ts';

/** `vypusk configuration add | list`: fingerprints of a configuration's versions. */
export const configurationCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.configuration;
  const command = program.command('configuration').helpCommand(false).description(help.summary);
  command
    .command('add')
    .description(help.add)
    .argument('<source>', help.source)
    .option('--revision <revision>', help.revision)
    .option('--name <name>', help.name)
    .option('--version <version>', help.version)
    .option('--fingerprints <dir>', help.fingerprints, 'fingerprints')
    .action((source: string, options: AddConfigurationOptions) => addConfiguration(source, options, session));
  command
    .command('list')
    .description(help.list)
    .option('--fingerprints <dir>', help.fingerprints, 'fingerprints')
    .option('--json', session.text.help.json)
    .action((options: ListOptions) => listConfigurations(options, session));
};
