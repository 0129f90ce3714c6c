import path from 'node:path';
import { keysStatus, type RoleStatus } from '../../signing/keys-status.ts';
import { openPrevious } from '../../signing/previous-repository.ts';
import { openRootChain } from '../../signing/root-chain.ts';
import { readRoots } from '../../publication/read-roots.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { momentOf } from '../session/moment.ts';
import { publishedNow } from '../build/previous.ts';
import type { Session } from '../session/session.ts';
import { shortId } from './key-folder.ts';

/** Options of `keys status`. */
export interface StatusOptions {
  readonly trust: string;
  readonly previous?: string;
  readonly out: string;
  readonly now?: string;
  readonly json?: true;
}

/** `vypusk keys status`: who can sign what, and what expires when. */
export async function status(options: StatusOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const roots = await readRoots(path.resolve(world.cwd, options.trust));
  if (roots.length === 0) throw new WrongUse(text.message.noRoot(options.trust));
  const chain = openRootChain(roots);
  const published = await publishedNow(options.previous, path.resolve(world.cwd, options.out), session);
  const previous = published === 'none' ? undefined : await openPrevious(published.metadata, chain);
  const rows = keysStatus(chain.newest.signed, previous, momentOf(options.now, session));
  world.out(
    options.json ? `${JSON.stringify(rows, null, 2)}\n` : rows.map((row) => rowText(row, session)).join(''),
  );
  session.finish(
    rows.some(({ daysLeft }) => daysLeft !== undefined && daysLeft < 0) ? EXIT.problems : EXIT.fine,
  );
}

function rowText(
  { role, duty, keyids, threshold, version, expires, daysLeft }: RoleStatus,
  { text }: Session,
): string {
  const who = `${threshold}/${keyids.length}  ${keyids.map(shortId).join(', ')}`;
  const age =
    version === undefined ? text.keys.notPublished : text.keys.age(version, expires ?? '', daysLeft ?? 0);
  // Keys go by the names that `keys rotate` takes; what they sign stands behind.
  const signs = duty === undefined || duty === role ? role : `${duty} (${role})`;
  return `${signs.padEnd(24)}${who}  ${age}\n`;
}
