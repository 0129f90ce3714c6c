import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DestinationError } from '../../destination/error.ts';
import type { Condition, Destination, ReadFile, StoredFile } from '../../destination/destination.ts';
import { sha256Hex } from '../../verify/digest.ts';
import { isAbsence, isFolder, listFiles } from '../../disk/files.ts';
import { withLock } from '../../disk/lock-file.ts';

/** Our own folder in the destination, for half-written files and the lock: nobody asks a web server for such names. */
const OWN = '.vypusk';

/** Age in milliseconds after which a half-written file belongs to a run that was killed. */
const ABANDONED_AFTER = 3600 * 1000;

/** A folder that a web server shows, perhaps on a network share. It is made when the first file is written. */
export function directoryDestination(folder: string): Destination {
  const fileOf = (file: string): string => path.join(folder, ...file.split('/'));
  const exclusively = oneAtATime(path.join(folder, OWN, 'lock'));
  return {
    list: async () => {
      await sweep(path.join(folder, OWN));
      return list(folder);
    },
    read: (file, maxBytes) => readWhole(fileOf(file), { file, maxBytes }),
    holds: async ({ path: file, sha256 }) =>
      (await sha256Hex(new Uint8Array(await readFile(fileOf(file))))) === sha256,
    write: async ({ path: file, bytes }, condition) => {
      const temporary = path.join(folder, OWN, `${randomUUID()}.tmp`);
      await mkdir(path.dirname(temporary), { recursive: true });
      try {
        await writeThrough(temporary, bytes);
        await mkdir(path.dirname(fileOf(file)), { recursive: true });
        return await place(temporary, fileOf(file), { condition, exclusively });
      } finally {
        await rm(temporary, { force: true });
      }
    },
    delete: async (file) => {
      await rm(fileOf(file), { force: true });
      await removeEmpty(path.dirname(fileOf(file)), folder);
    },
  };
}

type Exclusively = <T>(work: () => Promise<T>) => Promise<T>;

/** One after another in this process, and by a lock file beside other processes. */
function oneAtATime(lock: string): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => withLock(lock, work));
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function list(folder: string): Promise<ReadonlyMap<string, StoredFile>> {
  const stored = new Map<string, StoredFile>();
  if (!(await isFolder(folder))) return stored;
  for (const file of await listFiles(folder)) {
    const found = file.startsWith(`${OWN}/`) ? undefined : await storedFile(path.join(folder, file));
    if (found !== undefined) stored.set(file, found);
  }
  return stored;
}

/** A file is never changed in its place, so its number, size and time tell one content from another. */
async function storedFile(file: string): Promise<StoredFile | undefined> {
  try {
    const { ino, size, mtimeMs, mtime } = await stat(file);
    return { length: size, etag: `${ino}-${size}-${mtimeMs}`, modified: mtime };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

async function readWhole(
  place: string,
  { file, maxBytes }: { readonly file: string; readonly maxBytes: number },
): Promise<ReadFile | undefined> {
  const found = await storedFile(place);
  if (found === undefined) return undefined;
  if (found.length > maxBytes) throw new DestinationError('destination-unreadable', { path: file });
  return { bytes: new Uint8Array(await readFile(place)), etag: found.etag };
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const opened = await open(file, 'wx', 0o644);
  try {
    await opened.writeFile(bytes);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

interface Placing {
  readonly condition: Condition;
  readonly exclusively: Exclusively;
}

/** Readers see the old file or the new one, whole. */
async function place(
  temporary: string,
  target: string,
  { condition, exclusively }: Placing,
): Promise<'written' | 'conflict'> {
  if (condition === 'absent') {
    const linked = await tryLink(temporary, target);
    if (linked !== 'unsupported') return linked;
  }
  return exclusively(async () => {
    const there = await storedFile(target);
    if (there?.etag !== (condition === 'absent' ? undefined : condition.etag)) return 'conflict';
    await rename(temporary, target);
    return 'written';
  });
}

/** A second name for a file is made only where there is none: what `If-None-Match: *` is in HTTP. */
async function tryLink(temporary: string, target: string): Promise<'written' | 'conflict' | 'unsupported'> {
  try {
    await link(temporary, target);
    return 'written';
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // Network shares and memory sticks know no second names.
    return error.code === 'EEXIST' ? 'conflict' : 'unsupported';
  }
}

async function sweep(own: string): Promise<void> {
  if (!(await isFolder(own))) return;
  for (const name of await readdir(own)) {
    const file = path.join(own, name);
    const found = name.endsWith('.tmp') ? await storedFile(file) : undefined;
    if (found !== undefined && Date.now() - found.modified.getTime() > ABANDONED_AFTER)
      await rm(file, { force: true });
  }
}

async function removeEmpty(folder: string, root: string): Promise<void> {
  if (folder === root || !folder.startsWith(root)) return;
  try {
    await rmdir(folder);
  } catch {
    // Not empty, which is how it usually is.
    return;
  }
  await removeEmpty(path.dirname(folder), root);
}
