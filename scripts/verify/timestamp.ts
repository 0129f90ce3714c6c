import { rememberTimestamp } from './client-state.ts';
import { requireSoundClock } from './clock.ts';
import { VerificationError } from './error.ts';
import type { MetaFile, Root, Timestamp } from './metadata.ts';
import { parseEnvelope, type Unverified } from './parse-envelope.ts';
import { parseTimestamp } from './parse-timestamp.ts';
import { metadataFileName, metadataPath } from './repository-path.ts';
import { sameBytes } from './same-bytes.ts';
import { requireThreshold } from './signatures.ts';
import { recall, requireBounded, requireFresh, requireNotBelow, signersOf, type Trusted } from './trust.ts';
import type { World } from './world.ts';

/** Brings the trusted timestamp up to date (TUF 5.4). */
export async function acceptTimestamp(root: Trusted<Root>, world: World): Promise<Trusted<Timestamp>> {
  const known = await recallTimestamp(root, world);
  if (known !== undefined) requireSoundClock(known.signed, world);

  // TUF 5.4.1
  const path = metadataPath('timestamp');
  const answer = await world.fetch(path, { maxBytes: world.limits.timestamp });
  if (answer.kind !== 'found') throw new VerificationError('not-found', { name: path });

  // The very bytes that were verified a moment ago need no second check, which takes most of a second in 1C.
  const isKnown = known !== undefined && sameBytes(answer.bytes, known.bytes);
  const timestamp = isKnown ? known : newerTimestamp(known, verifyTimestamp(answer.bytes, root, world));
  requireSoundClock(timestamp.signed, world);

  // TUF 5.4.4
  requireFresh('timestamp', timestamp.signed, world);

  // TUF 5.4.5
  if (timestamp !== known) await world.store.put(metadataFileName('timestamp'), timestamp.bytes);
  await rememberTimestamp(answer, world.store);
  return timestamp;
}

/** The timestamp that is stored, when the trusted root still vouches for it. */
export const recallTimestamp = (
  root: Trusted<Root>,
  world: World,
): Promise<Unverified<Timestamp> | undefined> =>
  recall('timestamp', parseTimestamp, { world, signers: signersOf(root.signed, 'timestamp', world) });

/** Reads a timestamp and checks who signed it. */
export function verifyTimestamp(
  bytes: Uint8Array<ArrayBuffer>,
  root: Trusted<Root>,
  world: World,
): Unverified<Timestamp> {
  requireBounded(bytes, metadataPath('timestamp'), world.limits.timestamp);
  const timestamp = parseEnvelope(bytes, 'timestamp', parseTimestamp);
  // TUF 5.4.2
  requireThreshold(timestamp, signersOf(root.signed, 'timestamp', world));
  return timestamp;
}

/** What the timestamp says of the snapshot. */
export function snapshotListedBy(timestamp: Timestamp): MetaFile {
  const listed = timestamp.meta.get('snapshot.json');
  if (listed === undefined) throw new VerificationError('role-not-listed', { role: 'snapshot' });
  return listed;
}

/**
 * Whether the refusal is an old timestamp from an edge of a CDN that lags behind: nothing to say to a person, the
 * trusted one stays and a later try will do (`formats.md`, section 3).
 */
export const isStaleEdge = (error: unknown): boolean =>
  error instanceof VerificationError && error.is('rolled-back') && error.args.role === 'timestamp';

function newerTimestamp(
  known: Unverified<Timestamp> | undefined,
  offered: Unverified<Timestamp>,
): Unverified<Timestamp> {
  if (known === undefined) return offered;

  // TUF 5.4.3.1: the same version is nothing new, whatever it says; we keep ours and go on.
  if (offered.signed.version === known.signed.version) return known;
  requireNotBelow('timestamp', offered.signed.version, known.signed.version);

  // TUF 5.4.3.2
  const trusted = snapshotListedBy(known.signed).version;
  requireNotBelow('snapshot', snapshotListedBy(offered.signed).version, trusted);
  return offered;
}
