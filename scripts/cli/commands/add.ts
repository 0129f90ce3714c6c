import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { gatherFiles } from '../add/offered-file.ts';
import type { AddOptions } from '../add/options.ts';
import { planAdditions, type Additions } from '../add/plan-additions.ts';
import type { PlannedFile } from '../add/plan-release.ts';
import { EXIT, WrongUse } from '../exit-code.ts';
import { writeWhole } from '../files.ts';
import { printProblems } from '../print-problems.ts';
import type { Session } from '../session.ts';

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `vypusk add FILE…`: manifests from files. A person types only what a file cannot say. */
export const addCommand: CommandDefinition = (program, session) => {
  const { text } = session;
  const { help } = text;
  program
    .command('add')
    .description(help.add.summary)
    .argument('<file...>', help.add.files)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--extension <id>', help.add.extension)
    .option('--configuration <name=range>', help.add.configuration, collect, [])
    .option('--tested <name=version>', help.add.tested, collect, [])
    .option('--date <day>', help.add.date)
    .option('--channel <name>', help.add.channel)
    .option('--importance <level>', help.add.importance)
    .option('--notes <text>', help.add.notes)
    .option('--notes-en <text>', help.add.notesEn)
    .option('--title <text>', help.add.title)
    .option('--summary <text>', help.add.summaryOf)
    .option('--product <id>', help.add.product, collect, [])
    .option('--secrets <file>', text.license.help.secrets)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--dry-run', help.add.dryRun)
    .option('--json', help.json)
    .action((files: readonly string[], options: AddOptions) => add(files, options, session));
};

async function add(named: readonly string[], options: AddOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const root = path.resolve(world.cwd, options.releases);
  const { offered, refused } = await gatherFiles(named, session);
  if (refused.length > 0) {
    for (const sentence of refused) world.err(`${sentence}\n`);
    world.err(text.add.nothingWritten);
    session.finish(EXIT.problems);
    return;
  }
  const { tree, problems } = await readReleaseTree(directoryFiles(root));
  if (tree === undefined) {
    printProblems(problems, { root }, session);
    throw new WrongUse(text.add.noTree(options.releases));
  }
  const additions = await planAdditions(offered, { options, tree, root }, session);
  if (options.dryRun === undefined) {
    for (const file of additions.files) await writePlanned(file, root);
  }
  report(additions, options, session);
  session.finish(EXIT.fine);
}

async function writePlanned({ file, content }: PlannedFile, root: string): Promise<void> {
  await writeWhole(path.join(root, file), await contentOf(content));
}

async function contentOf(content: PlannedFile['content']): Promise<string | Uint8Array> {
  if ('text' in content) return content.text;
  return 'bytes' in content ? content.bytes : readFile(content.copyOf.path);
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
