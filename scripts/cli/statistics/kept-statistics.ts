import path from 'node:path';
import type { ReleaseTree } from '../../model/release-tree.ts';
import type { Statistics } from '../../model/statistics.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import { NO_STATISTICS, statisticsText } from '../../statistics/add-counts.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize, writeWhole } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';

/** A release tree, and what was counted for it so far. */
export interface Kept {
  readonly tree: ReleaseTree;
  readonly statistics: Statistics;
  /** Where they are kept. */
  readonly file: string;
}

/** Reads both. Throws `WrongUse` where there is no tree, or where a file stands there that is no statistics of ours. */
export async function readKept(releases: string, { world, text }: Session): Promise<Kept> {
  const root = path.resolve(world.cwd, releases);
  const { tree } = await readReleaseTree(directoryFiles(root));
  if (tree === undefined) throw new WrongUse(text.add.noTree(releases));
  const file = path.join(root, 'statistics.json');
  if (tree.statistics === undefined && (await fileSize(file)) !== undefined)
    throw new WrongUse(text.statistics.unreadable(path.posix.join(releases, 'statistics.json')));
  return { tree, file, statistics: tree.statistics ?? NO_STATISTICS };
}

/** Writes what is kept, whole, where it changed. */
export async function writeKept({ file, statistics: before }: Kept, statistics: Statistics): Promise<void> {
  const written = statisticsText(statistics);
  if (written !== statisticsText(before)) await writeWhole(file, written);
}
