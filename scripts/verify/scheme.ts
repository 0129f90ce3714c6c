import { isSoundPublicKey, verifyEd25519 } from './ed25519.ts';
import { fromHex, toHex } from './hex.ts';
import type { Key } from './metadata.ts';

/** A public key that is understood and can check signatures. */
export interface PublicKey {
  /** The same for every spelling of the same key, so that one key never counts twice (TAP 12). */
  readonly fingerprint: string;
  /** Whether the signature over the message is this key's. Never throws. */
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}

/** Reads the `public` of a key; undefined when it is no key of this kind. Never throws. */
export type KeyReader = (publicText: string) => PublicKey | undefined;

/** Which kinds of key mean something, by `keytype/scheme`. Keys of other kinds are carried along and count nothing. */
export type SchemeTable = ReadonlyMap<string, KeyReader>;

/** The shipped table: Ed25519 alone (`formats.md`, section 3). */
export const SHIPPED_SCHEMES: SchemeTable = new Map([['ed25519/ed25519', readEd25519]]);

/** The key as something that checks signatures; undefined when the table does not know its kind. */
export const understandKey = (key: Key, schemes: SchemeTable): PublicKey | undefined =>
  schemes.get(`${key.keytype}/${key.scheme}`)?.(key.keyval.public);

function readEd25519(publicText: string): PublicKey | undefined {
  const key = fromHex(publicText);
  if (key === undefined || !isSoundPublicKey(key)) return undefined;
  return {
    fingerprint: `ed25519:${toHex(key)}`,
    verify: (message, signature) => verifyEd25519(key, message, signature),
  };
}
