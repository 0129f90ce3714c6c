import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { MetadataStore } from '../verify/world.ts';
import { writeWhole } from './files.ts';
import { withLock } from './lock-file.ts';

/** A store in a directory, which several processes may share. */
export interface DirectoryStore extends MetadataStore {
  /**
   * Does the work while no other process works on the directory: a client with an older answer could otherwise write
   * over the newer one of another. Throws `DirectoryBusy` when the other one does not end.
   */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Age in milliseconds after which a temporary file belongs to a process that was killed. */
const ABANDONED_AFTER = 3600 * 1000;

/**
 * Keeps trusted metadata in a directory, made when it is first written. A file is written under a temporary name, forced
 * to the disk and renamed, so that a reader, and whoever comes after a kill or a full disk, sees the old file or the new
 * one, whole.
 */
export function directoryStore(directory: string): DirectoryStore {
  const fileOf = (name: string): string => path.join(directory, requireFileName(name));
  return {
    get: async (name) => readIfThere(fileOf(name)),
    put: async (name, bytes) => writeWhole(fileOf(name), bytes),
    delete: async (name) => rm(fileOf(name), { force: true }),
    exclusively: async (work) => {
      await mkdir(directory, { recursive: true });
      return withLock(path.join(directory, '.lock'), async () => {
        await sweep(directory);
        return work();
      });
    },
  };
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes temporary files of processes that were killed. */
async function sweep(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.endsWith('.tmp')) continue;
    const file = path.join(directory, name);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > ABANDONED_AFTER) await rm(file, { force: true });
  }
}

// Names of roles are percent-encoded by the client; this makes sure that none is a path, our lock or a temporary file.
function requireFileName(name: string): string {
  if (!/^(?:client-state|[\w%.~-]+\.json)$/.test(name)) {
    throw new Error(`not a file name of the metadata store: ${name}`);
  }
  return name;
}
