import { showTime } from './clock.ts';
import { VerificationError } from './error.ts';
import type { Root, Signed, TopLevelRole } from './metadata.ts';
import { parseEnvelope, type SignedParser, type Unverified } from './parse-envelope.ts';
import { metadataFileName } from './repository-path.ts';
import { requireThreshold, type Signers } from './signatures.ts';
import type { World } from './world.ts';

/** Metadata that passed every step of its role. Each step of `update.ts` takes those of the steps before it. */
export interface Trusted<T> {
  readonly signed: T;
  /** As received. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Who may sign a top-level role, as the trusted root says. */
export const signersOf = (root: Root, role: TopLevelRole, world: World): Signers => ({
  keys: root.keys,
  role: root.roles[role],
  schemes: world.schemes,
});

/**
 * Whether the metadata may not be used any more at the time: its expiry must be later than that (TUF 5.3.10). Nothing is
 * fresh at a time that is no time.
 */
export const isExpired = (signed: Signed, now: Date): boolean => !(new Date(signed.expires) > now);

/** Refuses expired metadata with `expired`, unless age is only information in this world. */
export function requireFresh(role: string, signed: Signed, world: World): void {
  if (world.expiry === 'inform' || !isExpired(signed, world.now)) return;
  throw new VerificationError('expired', { role, expires: signed.expires, now: showTime(world.now) });
}

/** Refuses with `rolled-back` a version below one that is already trusted. */
export function requireNotBelow(role: string, offered: number, trusted: number): void {
  if (offered < trusted) throw new VerificationError('rolled-back', { role, trusted, offered });
}

/** Refuses with `version-mismatch` a file that is not the one that was promised. */
export function requireVersion(role: string, offered: number, expected: number): void {
  if (offered !== expected) throw new VerificationError('version-mismatch', { role, expected, offered });
}

/** What was stored of a role, when its delegator still vouches for it. */
export async function recall<T>(
  role: string,
  parse: SignedParser<T>,
  from: { readonly world: World; readonly signers: Signers },
): Promise<Unverified<T> | undefined> {
  const bytes = await from.world.store.get(metadataFileName(role));
  if (bytes === undefined) return undefined;
  try {
    const file = parseEnvelope(bytes, role, parse);
    requireThreshold(file, from.signers);
    return file;
  } catch (error) {
    // A file that was cut off, or that revoked keys signed, is as good as none: it is fetched anew. That also makes
    // the recovery of 5.3.11 certain when the power went before the file could be deleted.
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

/** Fetches a metadata file that must be there. */
export async function fetchMetadata(
  path: string,
  maxBytes: number,
  world: World,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await world.fetch(path, { maxBytes });
  if (answer.kind !== 'found') throw new VerificationError('not-found', { name: path });
  return requireBounded(answer.bytes, path, maxBytes);
}

/** Refuses with `too-large` what is longer than was asked for: a source is not believed to keep to it. */
export function requireBounded(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  limit: number,
): Uint8Array<ArrayBuffer> {
  if (bytes.length > limit) throw new VerificationError('too-large', { name, limit });
  return bytes;
}
