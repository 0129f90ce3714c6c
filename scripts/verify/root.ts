import { VerificationError } from './error.ts';
import type { Root, TopLevelRole } from './metadata.ts';
import { parseEnvelope } from './parse-envelope.ts';
import { parseRoot } from './parse-root.ts';
import { metadataFileName, metadataPath } from './repository-path.ts';
import { requireThreshold } from './signatures.ts';
import {
  requireBounded,
  requireFresh,
  requireNotBelow,
  requireVersion,
  signersOf,
  type Trusted,
} from './trust.ts';
import type { World } from './world.ts';

/**
 * Brings the trusted root to the newest one that can be had (TUF 5.2 and 5.3). A refusal keeps the roots that were
 * accepted before it.
 */
export async function followRoots(world: World): Promise<Trusted<Root>> {
  const root = await walk(await loadTrustedRoot(world), world);

  // TUF 5.3.10: only the last root must be fresh; those between may have expired long ago.
  requireFresh('root', root.signed, world);

  // TUF 5.3.12: `consistent_snapshot` is read from the root that is returned, and from no other.
  return root;
}

/**
 * Gives a client its first root, or a newer one that came by a trusted way (inside an update of the client). Refuses a
 * root that does not vouch for itself; keeps the stored one when that is as new.
 */
export async function trustRoot(bytes: Uint8Array<ArrayBuffer>, world: World): Promise<void> {
  const offered = requireSelfSigned(bytes, world);
  const stored = await recallRoot(world);
  if (stored !== undefined && stored.signed.version >= offered.signed.version) return;
  await world.store.put(metadataFileName('root'), bytes);
}

async function recallRoot(world: World): Promise<Trusted<Root> | undefined> {
  try {
    return await loadTrustedRoot(world);
  } catch (error) {
    // None yet, or a damaged file: the one that is offered takes its place.
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

/** The root that is trusted now (TUF 5.2); refuses with `root-missing` when there is none. */
export async function loadTrustedRoot(world: World): Promise<Trusted<Root>> {
  // TUF 5.2: it came by a trusted way, and its age does not matter yet.
  const bytes = await world.store.get(metadataFileName('root'));
  if (bytes === undefined) throw new VerificationError('root-missing');
  return requireSelfSigned(bytes, world);
}

function requireSelfSigned(bytes: Uint8Array<ArrayBuffer>, world: World): Trusted<Root> {
  const root = parseEnvelope(bytes, 'root', parseRoot);
  requireThreshold(root, signersOf(root.signed, 'root', world));
  return root;
}

// TUF 5.3.1: every root between is needed, because each is vouched for by the keys of the one before.
async function walk(start: Trusted<Root>, world: World): Promise<Trusted<Root>> {
  let root = start;
  // TUF 5.3.9: again and again, until there is no newer one or it is enough for this time.
  for (let step = 0; step < world.limits.rootSteps; step++) {
    const next = await nextRoot(root, world);
    if (next === undefined) return root;
    await forgetRotated(root.signed, next.signed, world);
    // TUF 5.3.7
    root = next;
    // TUF 5.3.8
    await world.store.put(metadataFileName('root'), root.bytes);
  }
  return root;
}

async function nextRoot(trusted: Trusted<Root>, world: World): Promise<Trusted<Root> | undefined> {
  // TUF 5.3.2
  const version = trusted.signed.version;

  // TUF 5.3.3
  const path = metadataPath('root', version + 1);
  const answer = await world.fetch(path, { maxBytes: world.limits.root });
  if (answer.kind !== 'found') return undefined;
  const root = parseEnvelope(requireBounded(answer.bytes, path, world.limits.root), 'root', parseRoot);

  // TUF 5.3.4: first by the keys that we trust, then by those that it brings.
  requireThreshold(root, signersOf(trusted.signed, 'root', world));
  requireThreshold(root, signersOf(root.signed, 'root', world));

  // TUF 5.3.5: the same root again is no news; one step is the only step there is.
  if (root.signed.version === version) return undefined;
  requireNotBelow('root', root.signed.version, version);
  requireVersion('root', root.signed.version, version + 1);

  // TUF 5.3.6: its expiry does not matter yet.
  return root;
}

/**
 * At every step and before the new root is kept: when the question for the root after it fails, or the power goes,
 * nothing would tell the next update that keys were rotated, and what their thief signed would bar it for ever.
 */
async function forgetRotated(before: Root, after: Root, { store }: World): Promise<void> {
  // TUF 5.3.11: whoever held the old keys may have signed version 2^53; the new keys start afresh.
  if (!isRotated(before, after, 'timestamp') && !isRotated(before, after, 'snapshot')) return;
  await store.delete(metadataFileName('timestamp'));
  await store.delete(metadataFileName('snapshot'));
}

/**
 * Whether a key of the role was taken away. Keys that were added, or another threshold, do not count: what the old keys
 * signed is then still theirs, and `recall` asks for the new threshold.
 */
function isRotated(before: Root, after: Root, role: TopLevelRole): boolean {
  const remaining = new Set(publicTexts(after, role));
  return publicTexts(before, role).some((key) => !remaining.has(key));
}

const publicTexts = (root: Root, role: TopLevelRole): readonly string[] =>
  root.roles[role].keyids.flatMap((keyid) => root.keys.get(keyid)?.keyval.public ?? []);
