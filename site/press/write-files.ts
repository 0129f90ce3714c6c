import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files that are open at a time: systems allow a process some hundreds. */
const AT_ONCE = 100;

/** Writes files below a folder; their paths are our own. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const folders = new Set([...files.keys()].map((file) => path.dirname(path.join(folder, file))));
  await Promise.all([...folders].map((place) => mkdir(place, { recursive: true })));
  const waiting = [...files];
  while (waiting.length > 0) {
    const now = waiting.splice(0, AT_ONCE);
    await Promise.all(now.map(([file, contents]) => writeFile(path.join(folder, file), contents)));
  }
}
