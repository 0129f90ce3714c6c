import type { ScreenshotFile } from '../../model/release-tree.ts';
import { entryPath } from '../files/tree-path.ts';
import type { TreeEntry } from '../files/tree-files.ts';
import { LIMITS } from '../limits.ts';
import { pictureFacts } from '../picture/picture-facts.ts';
import { listFolder, readFile, reportUnexpected, type TreeContext } from './tree-context.ts';

/** Folder of an extension's screenshots inside its own. */
export const SCREENSHOTS = 'screenshots';

/** Reads `extensions/<id>/screenshots/`: every picture, and what it says of itself. */
export async function readScreenshots(
  context: TreeContext,
  path: string,
  beside: readonly TreeEntry[],
): Promise<ReadonlyMap<string, ScreenshotFile>> {
  const screenshots = new Map<string, ScreenshotFile>();
  if (!beside.some(({ name, kind }) => name === SCREENSHOTS && kind === 'folder')) return screenshots;
  const folder = entryPath(path, SCREENSHOTS);
  for (const { name, kind } of await listFolder(context, folder)) {
    if (kind !== 'file') {
      reportUnexpected(context, folder, name);
      continue;
    }
    const read = await readFile(context, entryPath(folder, name), LIMITS.screenshotBytes);
    if (read === undefined) continue;
    const picture = pictureFacts(read.bytes);
    const reread = (): Promise<Uint8Array<ArrayBuffer>> =>
      context.files.read(read.path, LIMITS.screenshotBytes);
    screenshots.set(name, { file: read.path, ...(picture && { picture }), read: reread });
  }
  return screenshots;
}
