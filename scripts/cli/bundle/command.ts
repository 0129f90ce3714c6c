import path from 'node:path';
import { writeBundle } from '../../client/bundle-writer.ts';
import { downloadBuild } from '../../client/download-build.ts';
import { recordBundle } from '../../client/record-bundle.ts';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { memoryStore } from '../../verify/memory-store.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { clientWorldWith } from '../client/client-world.ts';
import { memoryPart } from '../client/partial-file.ts';
import { repositorySource } from '../client/repository-source.ts';
import { EXIT } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';
import { repeatable } from '../session/repeatable.ts';

interface BundleOptions {
  readonly url: string;
  readonly trust: string;
  readonly out: string;
  readonly extension: readonly string[];
  readonly configuration: readonly string[];
  readonly now?: string;
}

/** `vypusk bundle create`: a repository in one file, for places without a network. */
export const bundleCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  const bundle = program.command('bundle').helpCommand(false).description(help.bundle.summary);
  bundle
    .command('create')
    .description(help.bundle.create)
    .requiredOption('--url <address>', help.client.url)
    .requiredOption('--trust <file>', help.client.trust)
    .option('--extension <id>', help.bundle.extension, repeatable, [])
    .option('--configuration <name>', help.bundle.configuration, repeatable, [])
    .option('--out <file>', help.bundle.out, 'vypusk-bundle.zip')
    .option('--now <moment>', help.client.now)
    .action((options: BundleOptions) => create(options, session));
};

async function create(options: BundleOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const source = await repositorySource(options, session);
  const verification = await clientWorldWith({ ...options, source, store: memoryStore() }, session);
  const choice = { configurations: options.configuration, extensions: options.extension };
  const files = await recordBundle(verification, choice, (chosen) =>
    downloadBuild(chosen, { sources: source.files, partial: memoryPart(), maxBytes: SHIPPED_LIMITS.file }),
  );
  const bytes = await writeBundle(files);
  await writeWhole(path.resolve(world.cwd, options.out), bytes);
  world.out(text.message.bundled(options.out, files.size, bytes.length));
  session.finish(EXIT.fine);
}
