import { canonicalJson } from '../verify/canonical-json.ts';
import { toHex } from '../verify/hex.ts';
import type { Signature } from '../verify/metadata.ts';
import type { Unverified } from '../verify/parse-envelope.ts';
import type { Signer } from './signer.ts';

/** Bytes that nobody else can detach: what WebCrypto and the verify room take. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A metadata file: `{"signatures":[…],"signed":<message>}` with nothing in between, signatures by key id. A client
 * without a canonicaliser checks the signature over the raw bytes after `"signed":` (`formats.md`, section 3).
 */
export function writeSignedFile(message: Uint8Array, signatures: readonly Signature[]): Bytes {
  const head = new TextEncoder().encode('{"signatures":');
  const list = canonicalJson(signatures.toSorted(byKeyId));
  const name = new TextEncoder().encode(',"signed":');
  const tail = new TextEncoder().encode('}');
  return concatenated([head, list, name, message, tail]);
}

/** Whether a file was written so, byte for byte. */
export const isCanonicalFile = ({ message, signatures, bytes }: Unverified<unknown>): boolean =>
  equalBytes(writeSignedFile(message, signatures), bytes);

/** Whether two files have the same content. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** What a signer adds to a file. */
export const signatureBy = async (signer: Signer, message: Uint8Array): Promise<Signature> => ({
  keyid: signer.keyid,
  sig: toHex(await signer.sign(message)),
});

const byKeyId = (a: Signature, b: Signature): number => (a.keyid < b.keyid ? -1 : 1);

function concatenated(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
