import path from 'node:path';
import { declareAddOptions } from './declare-options.ts';
import type { AddOptions } from './options.ts';
import { planAdditions, type Additions } from './plan-additions.ts';
import { gatherFiles } from './offered-file.ts';
import { publishedFile } from './published-file.ts';
import { treeToAddTo, writeAdditions } from './write-additions.ts';
import { forTerminal } from '../../wording/index.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
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
  if (options.versionFrom !== undefined && options.versionFrom !== 'date')
    throw new WrongUse(session.text.add.badVersionFrom(options.versionFrom));
  const { offered, refused } = await gatherFiles(named, options, session);
  const tree = await treeToAddTo(root, session);
  const additions = await planAdditions(offered, { options, tree, root }, session);
  const published = await publishedFile(additions, root);
  if (published !== undefined)
    throw new WrongUse(session.text.add.publishedAlready(published.file, published.version));
  if (options.dryRun === undefined) await writeAdditions(additions, root);
  const left = additions.left.map(
    ({ file, why }) => `${path.relative(session.world.cwd, file.path)}: ${why}`,
  );
  report(additions, [...refused, ...left], { options, session });
}

function report(
  { files, known }: Additions,
  left: readonly string[],
  { options, session }: { readonly options: AddOptions; readonly session: Session },
): void {
  const { world, text } = session;
  session.finish(left.length > 0 ? EXIT.problems : EXIT.fine);
  const written = files.map(({ file }) => path.posix.join(options.releases, file));
  if (options.json) {
    const already = known.map((file) => path.relative(world.cwd, file.path));
    world.out(`${JSON.stringify({ written, already, left }, null, 2)}\n`);
    return;
  }
  for (const { file, content } of files) {
    world.out(text.message.written(path.posix.join(options.releases, file)));
    if ('bytes' in content) world.out(text.license.encrypted);
  }
  for (const file of known) world.out(text.add.known(path.relative(world.cwd, file.path)));
  for (const sentence of left) world.err(`${forTerminal(sentence)}\n`);
  if (left.length > 0)
    world.err(written.length > 0 ? text.add.notAdded(left.length) : text.add.nothingWritten);
  if (written.length > 0) world.out(options.dryRun ? text.add.wouldWrite : text.add.next);
}
