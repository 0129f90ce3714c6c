import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inParallel } from '../../destination/in-parallel.ts';
import type { Tree, TreeFile } from '../../destination/tree-file.ts';
import { listFiles } from '../../disk/files.ts';
import type { OnStep } from '../../publication/progress.ts';

/** Files that are read at a time. */
const WIDTH = 4;

/** A built folder with the digests of its files, in the order of their paths. Links are not followed. */
export async function localTree(folder: string, onStep: OnStep): Promise<Tree> {
  const paths = await listFiles(folder);
  const tree = new Map<string, TreeFile | undefined>(paths.map((file) => [file, undefined]));
  let done = 0;
  await inParallel(paths, WIDTH, async (file) => {
    tree.set(file, await treeFile(folder, file));
    onStep(++done, paths.length);
  });
  return new Map([...tree].flatMap(([file, read]) => (read === undefined ? [] : [[file, read]])));
}

async function treeFile(folder: string, file: string): Promise<TreeFile> {
  const read = async (): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await readFile(path.join(folder, file)));
  const bytes = await read();
  const digest = (name: string): string => createHash(name).update(bytes).digest('hex');
  return { path: file, length: bytes.length, sha256: digest('sha256'), md5: digest('md5'), read };
}
