import { createCipheriv, createHmac, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

/** Bytes of salt that AES-256 takes in WinZip's scheme; fresh ones for every archive. */
export const SALT_BYTES = 16;

/** Bytes that encryption adds: salt, two that recognise a password, and the authentication code. */
export const OVERHEAD_BYTES = SALT_BYTES + 2 + 10;

const ROUNDS = 1000;
const KEY_BYTES = 32;
const BLOCK_BYTES = 16;

/** Blocks whose keystream is in memory at once: a megabyte. */
const BLOCKS_AT_ONCE = 65_536;

const deriveKey = promisify(pbkdf2);

/**
 * The contents of an encrypted entry in WinZip's scheme (AE-2, <https://www.winzip.com/en/support/aes-encryption/>):
 * PBKDF2 with HMAC-SHA1 and 1000 rounds, AES-256 in counter mode, and the first 80 bits of HMAC-SHA1 over what was
 * encrypted. Thousand rounds are few; our passwords are digests of at least 95 random bits.
 */
export async function encryptForWinZip(
  clear: Uint8Array,
  password: string,
  salt: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const derived = await deriveKey(password, salt, ROUNDS, 2 * KEY_BYTES + 2, 'sha1');
  const sealed = new Uint8Array(OVERHEAD_BYTES + clear.length);
  sealed.set(salt);
  sealed.set(derived.subarray(2 * KEY_BYTES), SALT_BYTES);
  const body = sealed.subarray(SALT_BYTES + 2, sealed.length - 10);
  encrypt(clear, derived.subarray(0, KEY_BYTES), body);
  const code = createHmac('sha1', derived.subarray(KEY_BYTES, 2 * KEY_BYTES))
    .update(body)
    .digest();
  sealed.set(code.subarray(0, 10), sealed.length - 10);
  derived.fill(0);
  return sealed;
}

/** The counter starts at 1 and grows from its first byte on, unlike that of every other counter mode: hence ECB here. */
function encrypt(clear: Uint8Array, key: Uint8Array, into: Uint8Array): void {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  for (let at = 0, block = 1; at < clear.length; block += BLOCKS_AT_ONCE) {
    const piece = clear.subarray(at, at + BLOCKS_AT_ONCE * BLOCK_BYTES);
    const keystream = cipher.update(counters(block, Math.ceil(piece.length / BLOCK_BYTES)));
    for (const [place, byte] of piece.entries()) into[at + place] = byte ^ (keystream[place] ?? 0);
    at += piece.length;
  }
}

function counters(first: number, count: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(count * BLOCK_BYTES));
  for (let block = 0; block < count; block++) view.setUint32(block * BLOCK_BYTES, first + block, true);
  return new Uint8Array(view.buffer);
}
