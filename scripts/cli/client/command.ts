import type { CommandDefinition } from '../session/command-definition.ts';
import { check } from './check.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import {
  withInfobase,
  withRepository,
  type ClientOptions,
  type GetOptions,
  type InfobaseOptions,
} from './options.ts';

/** `vypusk client …`: the reference client. Every answer follows from the root alone. */
export const clientCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  const client = program.command('client').helpCommand(false).description(help.client.summary);
  withRepository(client.command('check'), session)
    .description(help.client.check)
    .action((options: ClientOptions) => check(options, session));
  withInfobase(withRepository(client.command('list'), session), session)
    .description(help.client.list)
    .action((options: InfobaseOptions) => list(options, session));
  withInfobase(withRepository(client.command('get'), session), session)
    .description(help.client.get)
    .requiredOption('--extension <id>', help.client.extension)
    .option('--version <version>', help.client.version)
    .option('--adapt', help.client.adapt)
    .option('--out <path>', help.client.out, '.')
    .action((options: GetOptions) => get(options, session));
};
