import type { LicensingDocument } from '../model/documents.ts';
import { verifyEd25519 } from '../verify/ed25519.ts';
import { VerificationError } from '../verify/error.ts';
import { Field } from '../verify/field.ts';
import { fromHex } from '../verify/hex.ts';
import { parseStrictJson } from '../verify/strict-json.ts';
import { fromBase64 } from './base64.ts';
import { LicenseError } from './error.ts';
import { readPayload, type LicensePayload } from './license.ts';

/** `payloadType` of a licence (`formats.md`, section 6). */
export const PAYLOAD_TYPE = 'application/vnd.vypusk.license.v1+json';

/** Bytes of an envelope; a licence for a hundred products takes 30 KB. */
export const MAX_ENVELOPE_BYTES = 256 * 1024;

/** Signatures of one envelope that are looked at; an honest one has one, while keys change two. */
const MAX_SIGNATURES = 8;

const LIMITS = { maxBytes: MAX_ENVELOPE_BYTES, maxDepth: 8 };

/** What of `licensing.json` says whose licences are believed. */
export type LicenseKeys = Pick<LicensingDocument, 'keys'>;

/**
 * The bytes that get signed: DSSE's pre-authentication encoding of type and payload (DSSE v1.0.2, protocol.md), so
 * that a signature for one purpose can never be shown for another.
 */
export function preAuthEncoding(payload: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `);
  const encoded = new Uint8Array(head.length + payload.length);
  encoded.set(head);
  encoded.set(payload, head.length);
  return encoded;
}

/**
 * The licence in a DSSE envelope that a listed key has signed. The payload is parsed after its signature was checked,
 * never before. Throws `license-unreadable`, `license-signer-unknown`, `license-signature-invalid`.
 */
export function verifyEnvelope(bytes: Uint8Array, licensing: LicenseKeys): LicensePayload {
  const { payload, signatures } = refuseUnreadable(() => readEnvelope(bytes));
  requireSignature(preAuthEncoding(payload), signatures, licensing);
  return refuseUnreadable(() => readPayload(new Field('license', '', parseStrictJson(payload, LIMITS))));
}

interface Signature {
  /** A hint (DSSE v1.0.2, envelope.md); without one every listed key is tried. */
  readonly keyid?: string;
  readonly sig: Uint8Array;
}

interface Envelope {
  readonly payload: Uint8Array;
  readonly signatures: readonly Signature[];
}

function readEnvelope(bytes: Uint8Array): Envelope {
  const envelope = new Field('license', '', parseStrictJson(withoutMark(bytes), LIMITS));
  const type = envelope.member('payloadType');
  if (type.text() !== PAYLOAD_TYPE) throw type.refuse(PAYLOAD_TYPE);
  const signatures = envelope.member('signatures');
  const items = signatures.items();
  if (items.length > MAX_SIGNATURES) throw signatures.refuse(`at most ${MAX_SIGNATURES}`);
  return {
    payload: bytesOf(envelope.member('payload')),
    signatures: items.map(readSignature),
  };
}

function readSignature(item: Field): Signature {
  const keyid = item.optional('keyid')?.text() ?? '';
  return { sig: bytesOf(item.member('sig')), ...(keyid !== '' && { keyid }) };
}

/** Editors of Windows put the mark U+FEFF before a text that they saved; the signature is over the payload alone. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  [0xef, 0xbb, 0xbf].every((byte, at) => bytes[at] === byte) ? bytes.subarray(3) : bytes;

function bytesOf(field: Field): Uint8Array {
  const bytes = fromBase64(field.text());
  if (bytes === undefined) throw field.refuse('base64');
  return bytes;
}

function requireSignature(
  message: Uint8Array,
  signatures: readonly Signature[],
  { keys }: LicenseKeys,
): void {
  const listed = signatures.flatMap(({ keyid, sig }) =>
    keys
      .filter((key) => keyid === undefined || key.keyid === keyid)
      .map((key) => ({ keyid: key.keyid, sig, key: fromHex(key.public) })),
  );
  if (listed.some(({ key, sig }) => key !== undefined && verifyEd25519(key, message, sig))) return;
  const [named] = listed;
  if (named !== undefined) throw new LicenseError('license-signature-invalid', { keyid: named.keyid });
  throw new LicenseError('license-signer-unknown', { keyid: signatures[0]?.keyid ?? '' });
}

/** What is no licence is refused by the code of this room, with the field where it stops being one. */
function refuseUnreadable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof VerificationError)) throw cause;
    const field = cause.is('metadata-invalid') ? cause.args.field : '';
    throw new LicenseError('license-unreadable', { field }, { cause });
  }
}
