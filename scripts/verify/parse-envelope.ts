import { canonicalJson } from './canonical-json.ts';
import { VerificationError } from './error.ts';
import { Field } from './field.ts';
import type { Signature, Signed } from './metadata.ts';
import { JSON_LIMITS, parseStrictJson } from './strict-json.ts';

/** A metadata file that was read but not believed yet. */
export interface Unverified<T> {
  readonly role: string;
  readonly signed: T;
  readonly signatures: readonly Signature[];
  /** What the signatures are over: canonical JSON of `signed`, members that we do not know included. */
  readonly message: Uint8Array;
  /** The file as it was received; stored so (`formats.md`, section 3). */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the `signed` of one kind of role; refuses with `metadata-invalid`. */
export type SignedParser<T> = (signed: Field) => T;

/** Reads a metadata file (TUF 1.0.34, section 4.2) and refuses what is not one. Believes nothing of it. */
export function parseEnvelope<T>(
  bytes: Uint8Array<ArrayBuffer>,
  role: string,
  parseSigned: SignedParser<T>,
): Unverified<T> {
  const file = new Field(role, '', parseStrictJson(bytes, { ...JSON_LIMITS, maxBytes: bytes.length }));
  const signed = file.member('signed');
  return {
    role,
    signed: parseSigned(signed),
    signatures: parseSignatures(file.member('signatures')),
    message: canonicalJson(signed.raw()),
    bytes,
  };
}

/** Members that every role signs. `_type` must be the one of the role that was asked for. */
export function parseCommon<Type extends string>(
  signed: Field,
  type: Type,
): Signed & { readonly _type: Type } {
  if (signed.member('_type').text() !== type) throw signed.member('_type').refuse(type);
  return {
    _type: type,
    spec_version: parseSpecVersion(signed.member('spec_version')),
    version: signed.member('version').integer(1),
    expires: parseDateTime(signed.member('expires')),
  };
}

/** A date-time in UTC (section 4.2). Fractions of a second are read too: tuf-js writes them. */
export function parseDateTime(field: Field): string {
  const text = field.text();
  const wellFormed = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text);
  const time = new Date(wellFormed ? text : NaN);
  // JavaScript reads 30 February as 2 March: what it read must be what was written.
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 19) !== text.slice(0, 19)) {
    throw field.refuse('YYYY-MM-DDTHH:MM:SSZ');
  }
  return text;
}

function parseSpecVersion(field: Field): string {
  const text = field.text();
  if (!/^\d+(?:\.\d+){1,2}$/.test(text)) throw field.refuse('version of the specification');
  // Another major version may mean something else by the same words.
  if (!text.startsWith('1.')) {
    throw new VerificationError('spec-version-unsupported', { role: field.role, offered: text });
  }
  return text;
}

function parseSignatures(field: Field): readonly Signature[] {
  const signatures = field.items().map((item) => ({
    keyid: item.member('keyid').text(),
    sig: item.member('sig').text(),
  }));
  // A repeated signer is never honest, and the reference client refuses it too.
  if (new Set(signatures.map(({ keyid }) => keyid)).size !== signatures.length) {
    throw field.refuse('one signature a keyid');
  }
  return signatures;
}
