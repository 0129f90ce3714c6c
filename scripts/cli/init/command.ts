import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileSize, isFolder, writeWhole } from '../../disk/files.ts';
import { gitIn, SourceError } from '../../source/index.ts';
import { productVersion } from '../installer/product-version.ts';
import { init as makeKeys } from '../keys/init.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { answersOf, type InitOptions } from './answers.ts';
import { forgeFiles, knownConfigurations } from './forges.ts';
import { plannedFiles } from './plan.ts';

/** `vypusk init [FOLDER]`: from an empty folder to a repository that can be built. */
export const initCommand: CommandDefinition = (program, session) => {
  const { help, init: own } = session.text;
  program
    .command('init')
    .description(own.summary)
    .argument('[folder]', own.folder, '.')
    .option('--yes', own.yes)
    .option('--id <id>', own.askId)
    .option('--name <name>', own.askName)
    .option('--name-en <name>', own.nameEn)
    .option('--url <address>', own.askUrl)
    .option('--email <address>', own.email)
    .option('--locales <list>', own.locales)
    .option('--license-prefix <letters>', own.licensePrefix)
    .option('--forge <name>', own.forge)
    .option('--keys <dir>', own.askKeys)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--program <version>', own.program)
    .action((folder: string, options: InitOptions) => init(folder, options, session));
};

async function init(named: string, options: InitOptions, session: Session): Promise<void> {
  const { text, world } = session;
  const folder = path.resolve(world.cwd, named);
  // Paths are those of the new folder, as in every later command; nothing is asked before it is known to be free.
  const inside: Session = { ...session, world: { ...world, cwd: folder } };
  if ((await fileSize(path.join(folder, 'releases', 'publisher.yaml'))) !== undefined)
    throw new WrongUse(text.init.already(named));
  const answers = await answersOf(options, folder, session);
  const files = plannedFiles(answers, {
    program: options.program ?? (await productVersion()),
    configurations: await knownConfigurations(),
    forge: await forgeFiles(answers.forge),
    text,
  });
  for (const file of files.keys()) {
    if ((await fileSize(path.join(folder, file))) !== undefined)
      throw new WrongUse(text.message.fileExists(file));
  }
  await mkdir(folder, { recursive: true });
  const keys = { ...options, keys: answers.keys, trust: 'releases/trust', rootKey: [], threshold: '1' };
  await makeKeys(keys, inside);
  for (const [file, content] of files) await writeWhole(path.join(folder, file), content);
  const isCommitted = await commit(folder, text.init.firstCommit);
  world.out(text.init.done({ ...answers, folder: named, isCommitted, waiting: await waitingFiles(folder) }));
  session.finish(EXIT.fine);
}

/** The first commit, in a repository of its own. One that surrounds the folder already is its owner's to commit to. */
async function commit(folder: string, message: string): Promise<boolean> {
  const git = gitIn(folder);
  try {
    if (!(await isFolder(path.join(folder, '.git'))))
      await git.output(['init', '--quiet', '--initial-branch=main']);
    await git.output(['add', '--all', '--', '.']);
    await git.output(['commit', '--quiet', '--message', message]);
    return true;
  } catch (error) {
    // No git here, or nobody told it who commits: everything else stands.
    if (error instanceof SourceError) return false;
    throw error;
  }
}

/** Files of extensions that lie in the folder already: the next step is to add them. */
const waitingFiles = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.cfe'));
