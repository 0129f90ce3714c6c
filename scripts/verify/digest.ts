import { toHex } from './hex.ts';

/** Hash functions that TUF metadata may name and that both Node and browsers have (WebCrypto). */
export type HashAlgorithm = 'sha256' | 'sha512';

const WEB_CRYPTO_NAME = { sha256: 'SHA-256', sha512: 'SHA-512' } as const;

/** Lower-case hex digest of the bytes. */
export async function digestHex(algorithm: HashAlgorithm, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest(WEB_CRYPTO_NAME[algorithm], bytes);
  return toHex(new Uint8Array(digest));
}

/** Lower-case hex SHA-256 of the bytes. */
export const sha256Hex = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => digestHex('sha256', bytes);

/** Lower-case hex SHA-512 of the bytes. */
export const sha512Hex = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => digestHex('sha512', bytes);
