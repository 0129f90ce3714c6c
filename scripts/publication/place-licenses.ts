import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReleaseTree } from '../model/release-tree.ts';

/**
 * Puts the records of licences into the new tree as they are: nobody here can open them. The vendor's sealed copies,
 * which lie beside them, are never published.
 */
export async function placeLicenses({ licenses = [] }: ReleaseTree, out: string): Promise<void> {
  const folders = new Set(licenses.map(({ file }) => path.join(out, path.dirname(file))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  // The tree is moved to its place as a whole, so no record needs to be written with care of its own.
  for (const { file, read } of licenses) await writeFile(path.join(out, file), await read());
}
