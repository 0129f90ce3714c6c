import type { Key } from '../verify/metadata.ts';

/**
 * A private key as the rest of the program sees it: something that signs. Where the key lives (a file, the
 * environment, a token) is the business of whoever made the signer.
 */
export interface Signer {
  /** As `keyIdOf` makes it from the public half. */
  readonly keyid: string;
  readonly publicKey: Key;
  /** The signature over the bytes as they are, in the encoding of the key's scheme (64 bytes for Ed25519). */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}
