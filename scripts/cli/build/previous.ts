import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import type { MetadataReader } from '../../signing/previous-repository.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize, isFolder } from '../../disk/files.ts';
import { repositoryFetcher } from '../session/network.ts';
import type { Session } from '../session/session.ts';

/** What is published now, and where to take files from that stay. */
export interface Published {
  readonly metadata: MetadataReader;
  /** Folder that holds the whole published tree; absent when it is known by its address alone. */
  readonly folder?: string;
}

/**
 * What stands at `--previous` (a folder or an address). Without it, the output folder where it holds a repository: a
 * forgotten option must not start version numbers anew, and no more must a build that was killed. `none` says that
 * there is nothing before this publication; a person is told that version numbers start at 1.
 */
export async function publishedNow(
  previous: string | undefined,
  out: string,
  session: Session,
): Promise<Published | 'none'> {
  const { world, text } = session;
  if (previous === undefined) return inOutput(out, session);
  if (/^https?:\/\//.test(previous)) return atAddress(previous, session);
  const folder = path.resolve(world.cwd, previous);
  if (!(await isFolder(folder))) throw new WrongUse(text.message.noFolder(previous));
  if (!(await holdsRepository(folder))) throw new WrongUse(text.message.noRepository(previous));
  return inFolder(folder);
}

async function inOutput(out: string, { world, text }: Session): Promise<Published | 'none'> {
  if (await holdsRepository(out)) return inFolder(out);
  const [left] = await leftBehind(out);
  if (left !== undefined) return inFolder(left);
  // On a fresh machine this is how an operator would freeze every client that has seen more.
  world.err(text.message.startsAnew);
  return 'none';
}

/** Repositories that a build put aside and was killed before the new one stood: their version numbers are taken. */
async function leftBehind(out: string): Promise<readonly string[]> {
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

const holdsRepository = async (folder: string): Promise<boolean> =>
  (await fileSize(path.join(folder, 'metadata', 'timestamp.json'))) !== undefined;

const inFolder = (folder: string): Published => ({
  folder,
  metadata: async (name) => {
    const file = path.join(folder, 'metadata', name);
    return (await fileSize(file)) === undefined ? undefined : new Uint8Array(await readFile(file));
  },
});

function atAddress(address: string, { world }: Session): Published {
  const fetch = repositoryFetcher(address, world);
  return {
    metadata: async (name) => {
      const answer = await fetch(`metadata/${encodeURIComponent(name)}`, {
        maxBytes: SHIPPED_LIMITS.targets,
      });
      return answer.kind === 'found' ? answer.bytes : undefined;
    },
  };
}
