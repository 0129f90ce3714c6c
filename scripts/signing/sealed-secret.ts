import { createCipheriv, createDecipheriv } from 'node:crypto';
import { canonicalJson } from '../verify/canonical-json.ts';
import { fromHex, toHex } from '../verify/hex.ts';
import { KeyError } from './key-error.ts';
import { deriveKey, SCRYPT_COST, type ScryptCost } from './key-derivation.ts';
import {
  readSealedSecret,
  type SealedSecret,
  type SealedSecretHeader,
  type SecretType,
} from './sealed-secret-schema.ts';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 32;
// 96 bits is the length for which GCM needs no further hashing (NIST SP 800-38D, section 8.2).
const NONCE_BYTES = 12;

/** What is needed to put a secret under a passphrase. */
export interface SecretLock {
  readonly passphrase: string;
  /** Fresh random bytes of the given length; the same ones twice under one passphrase would break the encryption. */
  readonly random: (length: number) => Uint8Array;
  /** Work that a guess at the passphrase costs. Absent: `SCRYPT_COST`. */
  readonly cost?: ScryptCost;
}

/** What can be read of the file without the passphrase. */
export type SecretLabel = Pick<SealedSecretHeader, 'type' | 'keyid' | 'public'>;

/**
 * A secret of 32 bytes as a JSON file under a passphrase: scrypt (RFC 7914) and AES-256-GCM. Everything readable in the
 * file (label, cost, salt) is authenticated, so none of it can be exchanged. Throws `passphrase-empty`.
 */
export async function sealSecret(
  secret: Uint8Array,
  label: SecretLabel,
  { passphrase, random, cost = SCRYPT_COST }: SecretLock,
): Promise<Uint8Array<ArrayBuffer>> {
  const header: SealedSecretHeader = {
    type: label.type,
    formatVersion: 1,
    keyid: label.keyid,
    public: label.public,
    kdf: { name: 'scrypt', ...cost, salt: toHex(random(SALT_BYTES)) },
  };
  const nonce = random(NONCE_BYTES);
  const key = await deriveKey(passphrase, header.kdf);
  try {
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(canonicalJson(header));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    const file: SealedSecret = {
      ...header,
      cipher: { name: CIPHER, nonce: toHex(nonce), sealed: toHex(sealed), tag: toHex(cipher.getAuthTag()) },
    };
    return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
  } finally {
    key.fill(0);
  }
}

/** A secret that was taken out of its file. The caller overwrites it after use. */
export interface OpenedSecret {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly label: SecretLabel;
}

/**
 * The secret in a file of one type. Throws `KeyError`: the file is not believed in anything, least of all in what it
 * would cost to open it.
 */
export async function openSecret(
  bytes: Uint8Array,
  type: SecretType,
  passphrase: string,
): Promise<OpenedSecret> {
  const { cipher, ...header } = readSealedSecret(bytes, type);
  const key = await deriveKey(passphrase, header.kdf);
  try {
    return { secret: new Uint8Array(unseal(cipher, header, key)), label: header };
  } finally {
    key.fill(0);
  }
}

function unseal(cipher: SealedSecret['cipher'], header: SealedSecretHeader, key: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(CIPHER, key, bytesOf(cipher.nonce), { authTagLength: 16 });
  decipher.setAAD(canonicalJson(header)).setAuthTag(bytesOf(cipher.tag));
  const opened = decipher.update(bytesOf(cipher.sealed));
  try {
    decipher.final();
  } catch {
    // The cause says nothing beyond "unable to authenticate"; what was half decrypted must not stay in memory.
    opened.fill(0);
    throw new KeyError('passphrase-wrong');
  }
  return opened;
}

// The schema has checked the digits and their number.
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
