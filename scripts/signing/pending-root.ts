import { canonicalJson } from '../verify/canonical-json.ts';
import { VerificationError } from '../verify/error.ts';
import type { Key, Role, Root } from '../verify/metadata.ts';
import { parseEnvelope } from '../verify/parse-envelope.ts';
import type { Unverified } from '../verify/parse-envelope.ts';
import { parseRoot } from '../verify/parse-root.ts';
import { SHIPPED_SCHEMES, understandKey } from '../verify/scheme.ts';
import { fromHex } from '../verify/hex.ts';
import { KeyError } from './key-error.ts';
import { isOrdinaryRoot } from './root-keys.ts';
import { signatureBy, writeSignedFile } from './signed-file.ts';
import type { Bytes } from './signed-file.ts';
import type { Signer } from './signer.ts';

/** A root as a file that waits for its signatures: it travels from person to person until it is complete. */
export const pendingRoot = (root: Root): Bytes => writeSignedFile(canonicalJson(root), []);

/** Reads a root that may still lack signatures; believes nothing of it. Throws `root-unreadable`. */
export function readPendingRoot(bytes: Bytes): Unverified<Root> {
  try {
    return parseEnvelope(bytes, 'root', parseRoot);
  } catch (cause) {
    if (!(cause instanceof VerificationError)) throw cause;
    throw new KeyError('root-unreadable', { reason: cause.code }, { cause });
  }
}

/** The same for somebody who is to look at it and sign it: what cannot be shown whole is `root-unreadable` too. */
export async function readOrdinaryRoot(bytes: Bytes): Promise<Unverified<Root>> {
  const file = readPendingRoot(bytes);
  if (await isOrdinaryRoot(file)) return file;
  throw new KeyError('root-unreadable', { reason: 'not ordinary' });
}

/**
 * Adds a signature to a pending root and leaves the others alone. The signer must be a root key of that root or of its
 * predecessor: both must agree to it (TUF 1.0.34, section 5.3.4). Throws `key-not-in-root`, `root-unreadable`.
 */
export async function signRoot(bytes: Bytes, signer: Signer, predecessor?: Root): Promise<Bytes> {
  const { signed, message, signatures } = await readOrdinaryRoot(bytes);
  const entitled = [...signed.roles.root.keyids, ...(predecessor?.roles.root.keyids ?? [])];
  if (!entitled.includes(signer.keyid)) throw new KeyError('key-not-in-root', { keyid: signer.keyid });
  const others = signatures.filter(({ keyid }) => keyid !== signer.keyid);
  return writeSignedFile(message, [...others, await signatureBy(signer, message)]);
}

/** Whose signatures one of the two roots counts. */
export interface RootSignatures {
  readonly threshold: number;
  /** Key ids with a valid signature. */
  readonly signed: readonly string[];
  /** Key ids that may still sign. */
  readonly waiting: readonly string[];
}

/** How far a pending root has got. */
export interface RootProgress {
  /** As the new root itself counts. */
  readonly own: RootSignatures;
  /** As its predecessor counts; absent for the first root. */
  readonly predecessor?: RootSignatures;
  /** Both thresholds are met: clients will follow. */
  readonly isComplete: boolean;
}

/** Counts the signatures of a pending root. Throws `root-unreadable`. */
export function rootProgress(bytes: Bytes, predecessor?: Root): RootProgress {
  const file = readPendingRoot(bytes);
  const own = countSignatures(file, file.signed);
  const before = predecessor && countSignatures(file, predecessor);
  const isComplete = isMet(own) && (before === undefined || isMet(before));
  return { own, ...(before && { predecessor: before }), isComplete };
}

const isMet = ({ signed, threshold }: RootSignatures): boolean => signed.length >= threshold;

function countSignatures(file: Unverified<Root>, { keys, roles }: Root): RootSignatures {
  const { keyids, threshold }: Role = roles.root;
  const signed = keyids.filter((keyid) => isSignedBy(file, keyid, keys.get(keyid)));
  return { threshold, signed, waiting: keyids.filter((keyid) => !signed.includes(keyid)) };
}

function isSignedBy({ signatures, message }: Unverified<Root>, keyid: string, key: Key | undefined): boolean {
  const text = signatures.find((candidate) => candidate.keyid === keyid)?.sig;
  const signature = text === undefined ? undefined : fromHex(text);
  const publicKey = key && understandKey(key, SHIPPED_SCHEMES);
  return signature !== undefined && publicKey?.verify(message, signature) === true;
}
