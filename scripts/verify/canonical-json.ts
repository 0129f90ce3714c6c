import { VerificationError } from './error.ts';
import { isWellFormed } from './well-formed.ts';

/**
 * The bytes that get signed: OLPC canonical JSON (<http://wiki.laptop.org/go/Canonical_JSON>, TUF 1.0.34 section 4.1).
 * Members sorted, no white space, integers only, and in strings nothing but `"` and `\` is escaped. A control
 * character therefore stands as itself, and the result is then not JSON: our own signed objects carry none
 * (`formats.md`, section 3), other people's may.
 *
 * Members are sorted by code point, which is the order of their UTF-8 bytes: so do securesystemslib, Go and Rust.
 * tuf-js sorts by UTF-16 unit; the two differ only where a name has a character above U+FFFF beside one in
 * U+E000…U+FFFF, and our own names are ASCII.
 *
 * Takes plain objects, arrays and Maps (a Map is an object whose names come from strangers). Throws
 * `json-unencodable` for what has no canonical form.
 */
export function canonicalJson(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(encode(value));
}

/** Order of members in canonical JSON: by code point, which is the order of their UTF-8 bytes. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

// Surrogates (U+D800…U+DFFF) stand for characters above U+FFFF, so they sort after every other unit.
const codePointRank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

function encode(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return encodeString(value);
    case 'number':
      return encodeInteger(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : encodeComposite(value);
    default:
      throw new VerificationError('json-unencodable', { reason: typeof value });
  }
}

function encodeComposite(value: object): string {
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`;
  const members: [unknown, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  return `{${members.map(nameAndValue).sort(byName).map(encodeMember).join(',')}}`;
}

function nameAndValue([name, value]: readonly [unknown, unknown]): readonly [string, unknown] {
  if (typeof name !== 'string') throw new VerificationError('json-unencodable', { reason: 'name' });
  return [name, value];
}

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  compareCodePoints(a[0], b[0]);

const encodeMember = ([name, value]: readonly [string, unknown]): string =>
  `${encodeString(name)}:${encode(value)}`;

function encodeString(text: string): string {
  if (!isWellFormed(text)) throw new VerificationError('json-unencodable', { reason: 'surrogate' });
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function encodeInteger(value: number): string {
  // Beyond 2^53 neighbouring integers are one number here and two elsewhere.
  if (!Number.isSafeInteger(value)) throw new VerificationError('json-unencodable', { reason: 'number' });
  return String(value);
}
