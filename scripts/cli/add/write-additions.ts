import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReleaseTree } from '../../model/release-tree.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { fileSize, writeWhole } from '../../disk/files.ts';
import { printProblems } from '../session/print-problems.ts';
import type { Session } from '../session/session.ts';
import { gatherFiles, type OfferedFile } from './offered-file.ts';
import type { AddOptions } from './options.ts';
import type { Additions } from './plan-additions.ts';
import type { PlannedFile } from './plan-release.ts';

/** Every file that is named, or `undefined` after telling why some cannot be released: then nothing is written. */
export async function gatherAll(
  named: readonly string[],
  options: AddOptions,
  session: Session,
): Promise<readonly OfferedFile[] | undefined> {
  const { world, text, finish } = session;
  const { offered, refused } = await gatherFiles(named, options, session);
  if (refused.length === 0) return offered;
  for (const sentence of refused) world.err(`${sentence}\n`);
  world.err(text.add.nothingWritten);
  finish(EXIT.problems);
  return undefined;
}

/** The tree that is added to. Throws `WrongUse`, after its problems, where not even the publisher can be read. */
export async function treeToAddTo(root: string, session: Session): Promise<ReleaseTree> {
  const { tree, problems } = await readReleaseTree(directoryFiles(root));
  if (tree !== undefined) return tree;
  printProblems(problems, { root }, session);
  throw new WrongUse(session.text.add.noTree(path.relative(session.world.cwd, root)));
}

/** Releases that are written side by side: most of the time is waiting for the disk. */
const SIDE_BY_SIDE = 8;

/** Writes what was planned, each file whole, the manifest of a release after the files that it names. */
export async function writeAdditions({ files }: Additions, root: string): Promise<void> {
  const releases = [...Map.groupBy(files, ({ file }) => path.posix.dirname(file)).values()].values();
  const write = async (): Promise<void> => {
    for (const release of releases)
      for (const { file, content } of release)
        await writeWhole(path.join(root, file), await contentOf(content));
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, write));
}

async function contentOf(content: PlannedFile['content']): Promise<string | Uint8Array> {
  if ('text' in content) return content.text;
  return 'bytes' in content ? content.bytes : readFile(content.copyOf.path);
}

/** A file of the plan that stands in the tree already, and would become another one; a published file never may. */
export async function replacedFile({ files }: Additions, root: string): Promise<string | undefined> {
  for (const { file, content } of files) {
    if (!('text' in content) && (await fileSize(path.join(root, file))) !== undefined) return file;
  }
  return undefined;
}
