import nacl from 'tweetnacl';
import { toHex } from '../verify/hex.ts';
import { keyIdOf } from '../verify/metadata.ts';
import type { Key } from '../verify/metadata.ts';
import { KeyError } from './key-error.ts';
import type { Signer } from './signer.ts';

/** Bytes of an Ed25519 private key: the seed of RFC 8032, section 5.1.5. */
export const SEED_BYTES = 32;

/** An Ed25519 public half as TUF writes it (TUF 1.0.34, section 4.2). */
export const ed25519Key = (publicHalf: Uint8Array): Key => ({
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: toHex(publicHalf) },
});

/**
 * Signs with the Ed25519 key of a seed. The seed is copied: the caller may, and should, overwrite its own copy.
 * Throws `seed-length`.
 */
export async function seedSigner(seed: Uint8Array): Promise<Signer> {
  if (seed.length !== SEED_BYTES) throw new KeyError('seed-length', { length: seed.length });
  const { publicKey, secretKey } = nacl.sign.keyPair.fromSeed(Uint8Array.from(seed));
  const key = ed25519Key(publicKey);
  return {
    keyid: await keyIdOf(key),
    publicKey: key,
    sign: async (bytes) => nacl.sign.detached(bytes, secretKey),
  };
}
