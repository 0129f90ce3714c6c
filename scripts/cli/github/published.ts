import path from 'node:path';
import type { Publisher } from '../../model/extension.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';

/** Who publishes from a release tree, and where. No extension is read. */
export async function published(releases: string, { world, text }: Session): Promise<Publisher> {
  const root = path.resolve(world.cwd, releases);
  const { tree } = await readReleaseTree(directoryFiles(root), { only: new Set() });
  if (tree === undefined) throw new WrongUse(text.message.noFolder(releases));
  return tree.publisher.value;
}
