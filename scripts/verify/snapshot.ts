import { requireContent } from './content.ts';
import { VerificationError } from './error.ts';
import { isListedAs } from './listed.ts';
import type { Root, Snapshot, Timestamp } from './metadata.ts';
import { parseEnvelope, type Unverified } from './parse-envelope.ts';
import { parseSnapshot } from './parse-snapshot.ts';
import { metadataFileName, metadataPath } from './repository-path.ts';
import { requireThreshold } from './signatures.ts';
import { snapshotListedBy } from './timestamp.ts';
import {
  fetchMetadata,
  recall,
  requireFresh,
  requireNotBelow,
  requireVersion,
  signersOf,
  type Trusted,
} from './trust.ts';
import type { World } from './world.ts';

/** Brings the trusted snapshot to the one that the timestamp names (TUF 5.5). Fetches nothing when it is stored. */
export async function acceptSnapshot(
  root: Trusted<Root>,
  timestamp: Trusted<Timestamp>,
  world: World,
): Promise<Trusted<Snapshot>> {
  const signers = signersOf(root.signed, 'snapshot', world);
  const known = await recall('snapshot', parseSnapshot, { world, signers });
  const listed = snapshotListedBy(timestamp.signed);
  const isCurrent = known !== undefined && (await isListedAs(known, listed));
  const snapshot = isCurrent ? known : await fetchSnapshot(root.signed, timestamp.signed, world);

  // TUF 5.5.5
  if (known !== undefined) requireNothingLost(known.signed, snapshot.signed);

  // TUF 5.5.6
  requireFresh('snapshot', snapshot.signed, world);

  // TUF 5.5.7
  if (!isCurrent) await world.store.put(metadataFileName('snapshot'), snapshot.bytes);
  return snapshot;
}

async function fetchSnapshot(root: Root, timestamp: Timestamp, world: World): Promise<Unverified<Snapshot>> {
  const listed = snapshotListedBy(timestamp);

  // TUF 5.5.1
  const path = metadataPath('snapshot', root.consistent_snapshot === true ? listed.version : undefined);
  const limit = Math.min(listed.length ?? Infinity, world.limits.snapshot);
  const bytes = await fetchMetadata(path, limit, world);

  // TUF 5.5.2
  await requireContent('snapshot', bytes, listed);

  // TUF 5.5.3
  const snapshot = parseEnvelope(bytes, 'snapshot', parseSnapshot);
  requireThreshold(snapshot, signersOf(root, 'snapshot', world));

  // TUF 5.5.4
  requireVersion('snapshot', snapshot.signed.version, listed.version);
  return snapshot;
}

/** No targets file may disappear from the snapshot, and none may become older. */
function requireNothingLost(trusted: Snapshot, offered: Snapshot): void {
  for (const [name, { version }] of trusted.meta) {
    const now = offered.meta.get(name);
    if (now === undefined) throw new VerificationError('role-disappeared', { role: name });
    requireNotBelow(name, now.version, version);
  }
}
