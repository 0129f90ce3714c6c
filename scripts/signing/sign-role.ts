import { canonicalJson } from '../verify/canonical-json.ts';
import type { Signed } from '../verify/metadata.ts';
import type { Signers } from '../verify/signatures.ts';
import { expiryAfter, isDue } from './lifetime.ts';
import { meetsThreshold, openMetadata } from './open-metadata.ts';
import type { MetadataKind, Opened } from './open-metadata.ts';
import { refuse } from './publish-refusal.ts';
import { equalBytes, isCanonicalFile, signatureBy, writeSignedFile } from './signed-file.ts';
import type { Signer } from './signer.ts';

/** A role that is to say something. */
export interface RoleToSign<T extends Signed> extends MetadataKind<T> {
  /** What it is to say, under a version and an expiry. */
  readonly draft: (version: number, expires: string) => T;
  readonly lifetimeDays: number;
  readonly authority: Signers;
  /** What it says now. */
  readonly previous?: Opened<T>;
  /** Highest version of it that was ever listed, when that is not `previous`. */
  readonly takenVersion?: number;
}

/** Who signs, and when. */
export interface Signing {
  readonly signers: readonly Signer[];
  readonly now: Date;
}

/**
 * The role's file: the previous one, byte for byte, while it says the same, is signed by today's keys and has a third
 * of its life left; otherwise a new one with the next version. A version number never gets a second content.
 */
export async function signRole<T extends Signed>(role: RoleToSign<T>, signing: Signing): Promise<Opened<T>> {
  const { previous } = role;
  if (previous && saysTheSame(role, previous) && isStillGood(role, previous, signing.now)) return previous;
  return signNext(role, signing);
}

/** The role's file with the next version, whether or not it says anything new. */
async function signNext<T extends Signed>(
  role: RoleToSign<T>,
  { signers, now }: Signing,
): Promise<Opened<T>> {
  const version = nextVersion(role);
  const message = canonicalJson(role.draft(version, expiryAfter(role.lifetimeDays, now)));
  const entitled = entitledSigners(role, signers);
  const signatures = await Promise.all(entitled.map((signer) => signatureBy(signer, message)));
  // Nothing leaves this room that a client could not read back.
  return openMetadata(writeSignedFile(message, signatures), role, role.authority);
}

/** Versions that a repository reaches by itself: a hundred a day for fifty thousand years. */
const HIGHEST_HONEST_VERSION = 2 ** 31 - 1;

function nextVersion<T extends Signed>({ previous, takenVersion = 0, authority }: RoleToSign<T>): number {
  const last = Math.max(previous?.signed.version ?? 0, takenVersion);
  // Clients forget what keys signed that were taken away (TUF 1.0.34, section 5.3.11): a thief who used up the numbers
  // must not have the last word on our side either.
  const isThiefs = last > HIGHEST_HONEST_VERSION && !(previous && meetsThreshold(previous, authority));
  return isThiefs ? 1 : last + 1;
}

function saysTheSame<T extends Signed>({ draft }: RoleToSign<T>, { signed, message }: Opened<T>): boolean {
  return equalBytes(canonicalJson(draft(signed.version, signed.expires)), message);
}

function isStillGood<T extends Signed>(role: RoleToSign<T>, previous: Opened<T>, now: Date): boolean {
  if (isDue(previous.signed.expires, role.lifetimeDays, now)) return false;
  // The keys of the role may have changed since.
  return isWrittenByUs(role, previous) && meetsThreshold(previous, role.authority);
}

/** Spaces and signatures are not covered by any signature: a host could have added some. */
const isWrittenByUs = <T extends Signed>({ authority }: RoleToSign<T>, previous: Opened<T>): boolean =>
  isCanonicalFile(previous) &&
  previous.signatures.every(({ keyid }) => authority.role.keyids.includes(keyid));

function entitledSigners<T extends Signed>(
  { name, authority }: RoleToSign<T>,
  signers: readonly Signer[],
): readonly Signer[] {
  const { keyids, threshold } = authority.role;
  const entitled = signers.filter(({ keyid }) => keyids.includes(keyid));
  if (entitled.length === 0) throw refuse('keys-not-in-root', { role: name });
  if (entitled.length < threshold) {
    throw refuse('threshold-not-met', { role: name, valid: entitled.length, threshold });
  }
  return entitled;
}
