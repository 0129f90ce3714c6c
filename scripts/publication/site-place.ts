import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAbsence } from '../disk/files.ts';

/** A folder that one build of the site has for itself. */
export interface SitePlace {
  /** Where the builder may work. */
  readonly work: string;
  /** What it may use again: the last build of the same release tree left it. */
  readonly cache: string;
  /** Leaves the cache to the next build. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a place below `folder`, which must lie inside of the project: the builder's bundles find their packages by
 * where they lie. The cache of a release tree is moved here and not shared, so that builds at the same time cannot meet
 * in it; who comes second starts without one.
 */
export async function openSitePlace(folder: string, releases: string): Promise<SitePlace> {
  const resting = path.join(
    folder,
    createHash('sha256').update(path.resolve(releases)).digest('hex').slice(0, 16),
  );
  const work = `${resting}.${process.pid}.${(opened++).toString()}`;
  const cache = path.join(work, 'cache');
  await mkdir(work, { recursive: true });
  await removeAbandoned(folder);
  await rename(resting, cache).catch(ignoreAbsence);
  return { work, cache, close: () => closePlace({ work, cache, resting }) };
}

let opened = 0;

async function closePlace(place: Record<'work' | 'cache' | 'resting', string>): Promise<void> {
  // Where another build was faster the folder is there and not empty; its cache is as good as ours.
  await rename(place.cache, place.resting).catch(() => undefined);
  await rm(place.work, { recursive: true, force: true });
}

function ignoreAbsence(error: unknown): void {
  if (!isAbsence(error)) throw error;
}

const PLACE_OF_BUILD = /^[0-9a-f]{16}\.(\d+)\.\d+$/;

/** Removes the places of builds that were killed. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const builder = PLACE_OF_BUILD.exec(name)?.[1];
    if (builder === undefined || isRunning(Number(builder))) continue;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of somebody else is running all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
