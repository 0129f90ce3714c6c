import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileSize, isFolder } from '../disk/files.ts';
import type { MetadataReader } from '../signing/previous-repository.ts';
import { SHIPPED_LIMITS } from '../verify/limits.ts';
import type { Fetcher } from '../verify/world.ts';

/** What is published now, and where to take files from that stay. */
export interface Published {
  readonly metadata: MetadataReader;
  /** Folder that holds the whole published tree; absent when it is known by its address alone. */
  readonly folder?: string;
}

/** Repositories that a build put aside and was killed before the new one stood: their version numbers are taken. */
export async function leftBehind(out: string): Promise<readonly string[]> {
  const parent = path.dirname(out);
  if (!(await isFolder(parent))) return [];
  const isAside = (name: string): boolean =>
    name.startsWith(path.basename(out)) && /^\.\d+\.old$/.test(name.slice(path.basename(out).length));
  const aside = (await readdir(parent)).filter(isAside).map((name) => path.join(parent, name));
  const found = await Promise.all(
    aside.map(async (folder) => ((await holdsRepository(folder)) ? [folder] : [])),
  );
  return found.flat();
}

/** Whether a folder is a published tree. */
export const holdsRepository = async (folder: string): Promise<boolean> =>
  (await fileSize(path.join(folder, 'metadata', 'timestamp.json'))) !== undefined;

/** What a folder holds, with everything that is in it. */
export const publishedIn = (folder: string): Published => ({
  folder,
  metadata: async (name) => {
    const file = path.join(folder, 'metadata', name);
    return (await fileSize(file)) === undefined ? undefined : new Uint8Array(await readFile(file));
  },
});

/** What is known by its address alone. */
export function publishedAt(fetch: Fetcher): Published {
  return {
    metadata: async (name) => {
      const answer = await fetch(`metadata/${encodeURIComponent(name)}`, {
        maxBytes: SHIPPED_LIMITS.targets,
      });
      return answer.kind === 'found' ? answer.bytes : undefined;
    },
  };
}
