import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../verify/canonical-json.ts';
import { fromHex, toHex } from '../verify/hex.ts';
import { KeyError } from './key-error.ts';
import { deriveKey, SCRYPT_COST } from './key-derivation.ts';
import type { ScryptCost } from './key-derivation.ts';
import { readKeyFile } from './key-file-schema.ts';
import type { KeyFile, KeyFileHeader } from './key-file-schema.ts';
import { seedSigner } from './seed-signer.ts';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 32;
// 96 bits is the length for which GCM needs no further hashing (NIST SP 800-38D, section 8.2).
const NONCE_BYTES = 12;

/** What is needed to put a private key into a file. */
export interface KeyToSeal {
  readonly seed: Uint8Array;
  readonly passphrase: string;
  /** Fresh random bytes of the given length; the same ones twice under one passphrase would break the encryption. */
  readonly random: (length: number) => Uint8Array;
  /** Work that a guess at the passphrase costs. Absent: `SCRYPT_COST`. */
  readonly cost?: ScryptCost;
}

/**
 * A private key as a JSON file under a passphrase: scrypt (RFC 7914) and AES-256-GCM. Everything readable in the file
 * (public half, cost, salt) is authenticated, so none of it can be exchanged. Throws `passphrase-empty`.
 */
export async function sealKeyFile(key: KeyToSeal): Promise<Uint8Array<ArrayBuffer>> {
  const { keyid, publicKey } = await seedSigner(key.seed);
  const header: KeyFileHeader = {
    type: 'vypusk-private-key',
    formatVersion: 1,
    keyid,
    public: publicKey.keyval.public,
    kdf: { name: 'scrypt', ...(key.cost ?? SCRYPT_COST), salt: toHex(key.random(SALT_BYTES)) },
  };
  const nonce = key.random(NONCE_BYTES);
  const secret = await deriveKey(key.passphrase, header.kdf);
  try {
    const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(canonicalJson(header));
    const sealed = Buffer.concat([cipher.update(key.seed), cipher.final()]);
    const file: KeyFile = {
      ...header,
      cipher: { name: CIPHER, nonce: toHex(nonce), sealed: toHex(sealed), tag: toHex(cipher.getAuthTag()) },
    };
    return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
  } finally {
    secret.fill(0);
  }
}

/**
 * The 32-byte seed in a key file. The caller overwrites it after use. Throws `KeyError`: the file is not believed in
 * anything, least of all in what it would cost to open it.
 */
export async function openKeyFile(bytes: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const { cipher, ...header } = readKeyFile(bytes);
  const secret = await deriveKey(passphrase, header.kdf);
  const seed = new Uint8Array(unseal(cipher, { secret, header }));
  secret.fill(0);
  await assertHalvesMatch(seed, header);
  return seed;
}

function unseal(
  cipher: KeyFile['cipher'],
  { secret, header }: { secret: Uint8Array; header: KeyFileHeader },
): Uint8Array {
  const decipher = createDecipheriv(CIPHER, secret, bytesOf(cipher.nonce), { authTagLength: 16 });
  decipher.setAAD(canonicalJson(header)).setAuthTag(bytesOf(cipher.tag));
  const opened = decipher.update(bytesOf(cipher.sealed));
  try {
    decipher.final();
  } catch {
    // The cause says nothing beyond "unable to authenticate"; what was half decrypted must not stay in memory.
    opened.fill(0);
    secret.fill(0);
    throw new KeyError('passphrase-wrong');
  }
  return opened;
}

async function assertHalvesMatch(seed: Uint8Array, header: KeyFileHeader): Promise<void> {
  const { keyid, publicKey } = await seedSigner(seed);
  if (keyid === header.keyid && sameBytes(publicKey.keyval.public, header.public)) return;
  seed.fill(0);
  throw new KeyError('key-halves-differ', { keyid: header.keyid });
}

const sameBytes = (a: string, b: string): boolean => timingSafeEqual(bytesOf(a), bytesOf(b));

// The schema has checked the digits and their number.
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
