import nacl from 'tweetnacl';

/** Bytes of an Ed25519 public key. */
export const PUBLIC_KEY_BYTES = 32;

/** Bytes of an Ed25519 signature: the point R, then the number S. */
export const SIGNATURE_BYTES = 64;

/**
 * Checks one Ed25519 signature (RFC 8032, section 5.1.7) and never throws.
 *
 * tweetnacl alone is not enough, so these come first, each with a row in `test/vectors/ed25519.json`:
 * - lengths: tweetnacl throws on a wrong one, here it is just a signature that does not verify;
 * - S < L (the order of the base point): tweetnacl takes S + L for S, so a stranger could turn a signature into a
 *   second valid one for the same message;
 * - A and R encoded as RFC 8032 says, with y below 2^255 − 19: otherwise one key has two spellings and counts twice;
 * - A and R of small order refused: tweetnacl accepts the key of order 1 with a signature that anybody can write
 *   for any message.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isSoundPublicKey(publicKey) || signature.length !== SIGNATURE_BYTES) return false;
  if (!isSoundPoint(signature.subarray(0, 32)) || !isBelowOrder(signature.subarray(32))) return false;
  return nacl.sign.detached.verify(message, signature, publicKey);
}

/** Whether the bytes can be somebody's key: 32 of them, canonical, not of small order. */
export const isSoundPublicKey = (key: Uint8Array): boolean =>
  key.length === PUBLIC_KEY_BYTES && isSoundPoint(key);

/** L = 2^252 + 27742317777372353535851937790883648493, the order of the base point (RFC 8032, section 5.1). */
const ORDER = BigInt('0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed');

/** p = 2^255 − 19, the modulus of coordinates. */
const MODULUS = (1n << 255n) - 19n;

/** The y coordinates of the eight points whose order divides 8; x may have either sign. */
const SMALL_ORDER_Y: ReadonlySet<bigint> = new Set([
  0n, // order 4
  1n, // order 1, the neutral element
  MODULUS - 1n, // order 2
  BigInt('0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826'), // order 8
  BigInt('0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d706a17c7'), // order 8
]);

const isBelowOrder = (s: Uint8Array): boolean => littleEndian(s) < ORDER;

function isSoundPoint(encoded: Uint8Array): boolean {
  // The highest bit is the sign of x, the rest is y.
  const y = littleEndian(encoded) & ((1n << 255n) - 1n);
  return y < MODULUS && !SMALL_ORDER_Y.has(y);
}

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
