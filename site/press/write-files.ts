import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes files below a folder, all at once; their paths are our own. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const folders = new Set([...files.keys()].map((file) => path.dirname(path.join(folder, file))));
  await Promise.all([...folders].map((place) => mkdir(place, { recursive: true })));
  await Promise.all([...files].map(([file, contents]) => writeFile(path.join(folder, file), contents)));
}
