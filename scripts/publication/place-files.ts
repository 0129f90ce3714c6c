import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PublishedFile } from '../catalog/catalog-build.ts';
import { fileSize, writeWhole } from '../disk/files.ts';
import type { OnStep } from './progress.ts';

/** Where files come from besides the release tree, and where they go. */
export interface Placement {
  /** Folder of the tree that is being made. */
  readonly out: string;
  /** Folder that is published now: files that the release tree no longer holds are taken from it. */
  readonly published?: string;
  readonly onStep: OnStep;
}

/**
 * Puts every file that documents name into the new tree and tells which of them are there with the pinned length and
 * digest. One that is not is left to the signing room, which refuses to publish a document that names it.
 */
export async function placeFiles(
  files: readonly PublishedFile[],
  placement: Placement,
): Promise<ReadonlySet<string>> {
  const placed = new Set<string>();
  for (const [index, file] of files.entries()) {
    placement.onStep(index, files.length);
    if (await placeFile(file, placement)) placed.add(file.path);
  }
  return placed;
}

async function placeFile(file: PublishedFile, { out, published }: Placement): Promise<boolean> {
  const target = path.join(out, file.path);
  if (file.read !== undefined) {
    const bytes = await file.read();
    if (!isPinned(bytes, file)) return false;
    await writeWhole(target, bytes);
    return true;
  }
  const kept = published === undefined ? undefined : path.join(published, file.path);
  if (kept === undefined || (await fileSize(kept)) !== file.length) return false;
  if (!isPinned(await readFile(kept), file)) return false;
  await mkdir(path.dirname(target), { recursive: true });
  await copyFile(kept, target);
  return true;
}

const isPinned = (bytes: Uint8Array, { length, sha256 }: PublishedFile): boolean =>
  bytes.length === length && createHash('sha256').update(bytes).digest('hex') === sha256;
