import path from 'node:path';
import { publishedSchemas } from '../../catalog/published-schemas.ts';
import { schemaFile, schemaFileText, writtenSchemas } from '../../source/index.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';

/** `vypusk schemas`: writes the JSON Schemas that editors and other programs read; a test keeps them fresh. */
export const schemasCommand: CommandDefinition = (program, session) => {
  program
    .command('schemas')
    .description(session.text.help.schemas.summary)
    .action(() => writeSchemas(session));
};

async function writeSchemas({ world, text, finish }: Session): Promise<void> {
  for (const [file, schema] of schemaFiles()) {
    await writeWhole(path.resolve(world.cwd, file), schemaFileText(schema));
    world.out(text.message.written(file));
  }
  finish(EXIT.fine);
}

/** Every schema by the path of its file in the checkout. */
export const schemaFiles = (): ReadonlyMap<string, object> =>
  new Map([
    ...[...writtenSchemas()].map(([kind, schema]) => [`releases/${schemaFile(kind)}`, schema] as const),
    ...[...publishedSchemas()].map(
      ([name, schema]) => [`site/public/schemas/${name}.schema.json`, schema] as const,
    ),
  ]);
