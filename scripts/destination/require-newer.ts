import { VerificationError } from '../verify/error.ts';
import { SHIPPED_LIMITS } from '../verify/limits.ts';
import { parseEnvelope } from '../verify/parse-envelope.ts';
import { parseTimestamp } from '../verify/parse-timestamp.ts';
import { sameBytes } from '../verify/same-bytes.ts';
import type { Condition, Destination, StoredFile } from './destination.ts';
import { DestinationError } from './error.ts';
import { TIMESTAMP } from './stage.ts';
import type { Tree } from './tree-file.ts';

/** How the timestamp at the destination stands to that of the tree. */
export type Turn =
  /** The tree is published as far as clients see: what may be missing comes after the timestamp. */
  | 'published'
  /** The tree is newer; the timestamp is written on this condition. */
  | Condition;

/**
 * Finds out whether it is this tree's turn. A run with older metadata would take back what clients have seen, and they
 * would refuse the whole repository as rolled back. Throws `published-newer`, `name-taken`, `destination-unreadable`.
 */
export async function requireNewer(
  tree: Tree,
  destination: Destination,
  stored: ReadonlyMap<string, StoredFile>,
): Promise<Turn> {
  const ours = await tree.get(TIMESTAMP)?.read();
  if (ours === undefined) throw new DestinationError('tree-incomplete', { paths: [TIMESTAMP], count: 1 });
  requireNewerRoots(tree, stored);
  const theirs = await destination.read(TIMESTAMP, SHIPPED_LIMITS.timestamp);
  if (theirs === undefined) return 'absent';
  if (sameBytes(ours, theirs.bytes)) return 'published';
  const [offered, published] = [versionsOf(ours), versionsOf(theirs.bytes)];
  for (const role of ['timestamp', 'snapshot'] as const) {
    if (published[role] > offered[role]) throw newer(role, published[role], offered[role]);
  }
  if (published.timestamp === offered.timestamp)
    throw new DestinationError('name-taken', { path: TIMESTAMP });
  return { etag: theirs.etag };
}

const newer = (role: string, published: number, offered: number): DestinationError =>
  new DestinationError('published-newer', { role, published, offered });

function versionsOf(bytes: Uint8Array<ArrayBuffer>): {
  readonly timestamp: number;
  readonly snapshot: number;
} {
  try {
    const { version, meta } = parseEnvelope(bytes, 'timestamp', parseTimestamp).signed;
    return { timestamp: version, snapshot: meta.get('snapshot.json')?.version ?? 0 };
  } catch (cause) {
    if (!(cause instanceof VerificationError)) throw cause;
    throw new DestinationError('destination-unreadable', { path: TIMESTAMP }, { cause });
  }
}

/** Clients that follow a newer root would not believe what an older one vouches for. */
function requireNewerRoots(tree: Tree, stored: ReadonlyMap<string, StoredFile>): void {
  const [published, offered] = [newestRoot(stored.keys()), newestRoot(tree.keys())];
  if (published > offered) throw newer('root', published, offered);
}

const newestRoot = (paths: Iterable<string>): number =>
  [...paths].reduce(
    (newest, path) => Math.max(newest, Number(/^metadata\/(\d+)\.root\.json$/.exec(path)?.[1] ?? 0)),
    0,
  );
