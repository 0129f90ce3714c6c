import { digestHex, type HashAlgorithm } from './digest.ts';
import { VerificationError } from './error.ts';
import type { Hashes } from './metadata.ts';

/** What signed metadata promises of a file's bytes. */
export interface ExpectedContent {
  readonly length?: number;
  readonly hashes?: Hashes;
}

const ALGORITHMS: readonly HashAlgorithm[] = ['sha256', 'sha512'];

/** Refuses bytes that are not what was promised, with `length-mismatch` or `hash-mismatch`. Every known digest must match. */
export async function requireContent(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  expected: ExpectedContent,
): Promise<void> {
  if (expected.length !== undefined && bytes.length !== expected.length) {
    throw new VerificationError('length-mismatch', {
      name,
      expected: expected.length,
      offered: bytes.length,
    });
  }
  if (expected.hashes === undefined) return;
  for (const algorithm of knownAlgorithms(name, expected.hashes)) {
    if ((await digestHex(algorithm, bytes)) !== expected.hashes.get(algorithm)) {
      throw new VerificationError('hash-mismatch', { name, algorithm });
    }
  }
}

/** The digest that stands in the name of a target with consistent snapshots: the first that we can check. */
export function nameDigest(name: string, hashes: Hashes): string {
  const digest = knownAlgorithms(name, hashes).map((algorithm) => hashes.get(algorithm))[0];
  // It becomes part of an address, so it may not be anything else than a digest.
  if (digest === undefined || !/^[0-9a-f]+$/.test(digest)) throw unknownHash(name, hashes);
  return digest;
}

function knownAlgorithms(name: string, hashes: Hashes): readonly HashAlgorithm[] {
  const known = ALGORITHMS.filter((algorithm) => hashes.has(algorithm));
  // Digests that nobody here can check are not the same as no digests.
  if (known.length === 0) throw unknownHash(name, hashes);
  return known;
}

const unknownHash = (name: string, hashes: Hashes): VerificationError =>
  new VerificationError('hash-mismatch', { name, algorithm: [...hashes.keys()].join(' ') });
