import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../model/problem.ts';

/** Every root ever signed, from the folder that keeps them; empty where there is no such folder yet. */
export async function readRoots(folder: string): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const names = await readdir(folder).catch(() => []);
  const roots = names.filter((name) => /^\d+\.root\.json$/.test(name)).sort(compareText);
  return Promise.all(roots.map(async (name) => new Uint8Array(await readFile(path.join(folder, name)))));
}
