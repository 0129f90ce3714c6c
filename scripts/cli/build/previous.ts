import path from 'node:path';
import { isFolder } from '../../disk/files.ts';
import {
  holdsRepository,
  leftBehind,
  publishedAt,
  publishedIn,
  type Published,
} from '../../publication/published.ts';
import { WrongUse } from '../session/exit-code.ts';
import { repositoryFetcher } from '../session/network.ts';
import type { Session } from '../session/session.ts';

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
  if (/^https?:\/\//.test(previous)) return publishedAt(repositoryFetcher(previous, world));
  const folder = path.resolve(world.cwd, previous);
  if (!(await isFolder(folder))) throw new WrongUse(text.message.noFolder(previous));
  if (!(await holdsRepository(folder))) throw new WrongUse(text.message.noRepository(previous));
  return publishedIn(folder);
}

async function inOutput(out: string, { world, text }: Session): Promise<Published | 'none'> {
  if (await holdsRepository(out)) return publishedIn(out);
  const [left] = await leftBehind(out);
  if (left !== undefined) return publishedIn(left);
  // On a fresh machine this is how an operator would freeze every client that has seen more.
  world.err(text.message.startsAnew);
  return 'none';
}
