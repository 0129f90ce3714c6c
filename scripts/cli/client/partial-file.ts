import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PartialFile } from '../../verify/artifact.ts';
import { fileSize } from '../../disk/files.ts';

/** Keeps the beginning of a download beside its place until the rest is there. */
export const partialFile = (file: string): PartialFile => ({
  read: async () =>
    (await fileSize(file)) === undefined ? new Uint8Array() : new Uint8Array(await readFile(file)),
  append: async (piece) => {
    await mkdir(path.dirname(file), { recursive: true });
    await appendFile(file, piece);
  },
  clear: () => rm(file, { force: true }),
});

/** Keeps nothing for a next try: for a download that is started anew when it fails. */
export const memoryPart = (): PartialFile => ({
  read: async () => new Uint8Array(),
  append: async () => undefined,
  clear: async () => undefined,
});
