import path from 'node:path';
import { CfeError, inspectionOf, readV8File, type V8Facts } from '../../cfe/index.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT } from '../session/exit-code.ts';
import { readArtifact } from './read-artifact.ts';
import { startProgress } from '../session/progress.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import type { Session } from '../session/session.ts';
import { factsSummary, leftoversText } from './facts-summary.ts';

interface InspectOptions {
  readonly json?: true;
  readonly leftovers?: true;
}

/** What one file turned out to be: its facts, or the refusal that its reader gave. */
type Inspected =
  { readonly file: string; readonly facts: V8Facts } | { readonly file: string; readonly error: Refusal };

/** `vypusk inspect FILE…`: the facts of 1C files, for people or (`--json`) for programs. */
export const inspectCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  program
    .command('inspect')
    .description(help.inspect.summary)
    .argument('<file...>', help.inspect.files)
    .option('--leftovers', help.inspect.leftovers)
    .option('--json', help.json)
    .action((files: readonly string[], options: InspectOptions) => inspect(files, options, session));
};

async function inspect(files: readonly string[], options: InspectOptions, session: Session): Promise<void> {
  const progress = startProgress(session.text.message.reading, session.world);
  const inspected: Inspected[] = [];
  for (const file of files) {
    progress.step(inspected.length, files.length);
    inspected.push(await inspectFile(file, session));
  }
  progress.end();
  const { out } = session.world;
  if (options.json) out(`${JSON.stringify(inspected.map(asJson), null, 2)}\n`);
  else for (const one of inspected) out(asText(one, options, session));
  session.finish(inspected.some((one) => 'error' in one) ? EXIT.problems : EXIT.fine);
}

async function inspectFile(file: string, session: Session): Promise<Inspected> {
  try {
    const bytes = await readArtifact(path.resolve(session.world.cwd, file), file, session);
    return { file, facts: await readV8File(bytes) };
  } catch (error) {
    if (error instanceof CfeError) return { file, error: refusalOf(error, session.locale) };
    throw error;
  }
}

function asJson(one: Inspected): object {
  return 'error' in one ? one : { file: one.file, ...inspectionOf(one.facts) };
}

function asText(one: Inspected, { leftovers }: InspectOptions, session: Session): string {
  if ('error' in one) return session.text.message.refused(one.file, one.error.message);
  return (leftovers ? leftoversText : factsSummary)(one.file, one.facts, session);
}
