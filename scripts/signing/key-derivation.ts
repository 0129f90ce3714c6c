import { scrypt } from 'node:crypto';
import { fromHex } from '../verify/hex.ts';
import { KeyError } from './key-error.ts';

/** Cost parameters of scrypt (RFC 7914, section 2). */
export interface ScryptCost {
  /** CPU and memory cost, a power of two. */
  readonly n: number;
  /** Block size. */
  readonly r: number;
  /** Parallelisation. */
  readonly p: number;
}

/** 128 MiB and about half a second: what OWASP's password storage guide asks for (N = 2^17, r = 8, p = 1). */
export const SCRYPT_COST: ScryptCost = { n: 2 ** 17, r: 8, p: 1 };

/** Memory that a key file may ask for; a file that names an absurd cost must not take the machine down. */
export const MAX_SCRYPT_MEMORY = 512 * 1024 * 1024;

const MAX_PARALLEL = 4;
const KEY_BYTES = 32;

/** The encryption key that a passphrase gives. Throws `passphrase-empty`, `key-file-too-costly`, `key-file-unreadable`. */
export async function deriveKey(
  passphrase: string,
  kdf: ScryptCost & { readonly salt: string },
): Promise<Uint8Array> {
  if (passphrase === '') throw new KeyError('passphrase-empty');
  const memory = memoryOf(kdf);
  if (memory > MAX_SCRYPT_MEMORY || kdf.p > MAX_PARALLEL) {
    throw new KeyError('key-file-too-costly', { memory, limit: MAX_SCRYPT_MEMORY });
  }
  // One passphrase may be typed as composed or decomposed letters («й»): NFC makes them one.
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'));
  const salt = fromHex(kdf.salt) ?? new Uint8Array();
  const options = { N: kdf.n, r: kdf.r, p: kdf.p, maxmem: 2 * memory };
  return new Promise<Uint8Array>((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  })
    .catch((cause: unknown) => {
      // Costs that do not go together (RFC 7914, section 2: N below 2^(128·r/8)) are a changed file, not our bug.
      throw new KeyError('key-file-unreadable', { reason: 'kdf' }, { cause });
    })
    .finally(() => secret.fill(0));
}

/** Bytes that scrypt holds at once: 128·r·N for its table and 128·r·p for its blocks. */
const memoryOf = ({ n, r, p }: ScryptCost): number => 128 * r * (n + p);
