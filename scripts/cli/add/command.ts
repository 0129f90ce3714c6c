import path from 'node:path';
import { declareAddOptions } from './declare-options.ts';
import type { AddOptions } from './options.ts';
import { planAdditions, type Additions } from './plan-additions.ts';
import { gatherAll, treeToAddTo, writeAdditions } from './write-additions.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';

/** `vypusk add FILE…`: manifests from files. A person types only what a file cannot say. */
export const addCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  const command = program.command('add').description(help.add.summary).argument('<file...>', help.add.files);
  declareAddOptions(command, session).action((files: readonly string[], options: AddOptions) =>
    add(files, options, session),
  );
};

async function add(named: readonly string[], options: AddOptions, session: Session): Promise<void> {
  const root = path.resolve(session.world.cwd, options.releases);
  const offered = await gatherAll(named, session);
  if (offered === undefined) return;
  const tree = await treeToAddTo(root, session);
  const additions = await planAdditions(offered, { options, tree, root }, session);
  if (options.dryRun === undefined) await writeAdditions(additions, root);
  report(additions, options, session);
  session.finish(EXIT.fine);
}

function report({ files, known }: Additions, options: AddOptions, { world, text }: Session): void {
  const written = files.map(({ file }) => path.posix.join(options.releases, file));
  if (options.json) {
    const already = known.map((file) => path.relative(world.cwd, file.path));
    world.out(`${JSON.stringify({ written, already }, null, 2)}\n`);
    return;
  }
  for (const { file, content } of files) {
    world.out(text.message.written(path.posix.join(options.releases, file)));
    if ('bytes' in content) world.out(text.license.encrypted);
  }
  for (const file of known) world.out(text.add.known(path.relative(world.cwd, file.path)));
  if (written.length > 0) world.out(options.dryRun ? text.add.wouldWrite : text.add.next);
}
