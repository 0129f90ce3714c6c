import { VerificationError } from './error.ts';
import { fromHex } from './hex.ts';
import type { Key, Role, Signature } from './metadata.ts';
import type { Unverified } from './parse-envelope.ts';
import { understandKey, type SchemeTable } from './scheme.ts';

/** Who may sign a role: the keys that the delegating file lists, and which of them the role needs. */
export interface Signers {
  readonly keys: ReadonlyMap<string, Key>;
  readonly role: Role;
  readonly schemes: SchemeTable;
}

/** Signatures of one file that are checked: a delegation may list thousands of keys, and each costs milliseconds. */
export const MAX_CHECKED = 64;

/**
 * Refuses with `threshold-not-met` unless enough distinct keys signed. Keys are counted by what they are, not by what
 * they are called: two identifiers of one key count once (TAP 12). An identifier need not be the hash of its key,
 * because nothing depends on it. Unknown keys, unknown schemes and broken signatures count nothing.
 */
export function requireThreshold(file: Unverified<unknown>, signers: Signers): void {
  const { threshold, keyids } = signers.role;
  const signed = new Set<string>();
  const signatures = new Map(file.signatures.map(({ keyid, sig }) => [keyid, sig]));
  for (const keyid of keyids.filter((id) => signatures.has(id)).slice(0, MAX_CHECKED)) {
    // A signature costs milliseconds; those above the threshold prove nothing more.
    if (signed.size >= threshold) break;
    const fingerprint = fingerprintOfSigner(file, { keyid, sig: signatures.get(keyid) ?? '' }, signers);
    if (fingerprint !== undefined) signed.add(fingerprint);
  }
  if (signed.size < threshold) {
    throw new VerificationError('threshold-not-met', { role: file.role, valid: signed.size, threshold });
  }
}

/** The key behind `keyid` when it signed the file; undefined when it did not, or cannot be understood. */
function fingerprintOfSigner(
  file: Unverified<unknown>,
  { keyid, sig }: Signature,
  signers: Signers,
): string | undefined {
  const key = signers.keys.get(keyid);
  if (key === undefined) return undefined;
  const bytes = fromHex(sig);
  const publicKey = understandKey(key, signers.schemes);
  if (bytes === undefined || publicKey === undefined) return undefined;
  return publicKey.verify(file.message, bytes) ? publicKey.fingerprint : undefined;
}
