const OPENING = new TextEncoder().encode('{"signatures":[');
const SIGNED = new TextEncoder().encode('],"signed":{');
const CLOSING = new TextEncoder().encode('}}');

/**
 * The bytes of `signed` as they stand in a file that our repositories write, `{"signatures":[…],"signed":{…}}` with
 * nothing in between (`formats.md`, section 3): a client without a canonicaliser verifies the signatures over exactly
 * these and then parses exactly these. Undefined when the file is laid out otherwise.
 *
 * Signatures are hex digits, so the first `],"signed":{` ends them. `refresh` does not use this: it canonicalises what
 * it parsed, and so reads repositories of others too. `signing/` uses it to prove that what it wrote can be read.
 */
export function signedBytes(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  if (!hasAt(file, OPENING, 0) || !hasAt(file, CLOSING, file.length - 2)) return undefined;
  for (let at = OPENING.length - 1; at < file.length; at++) {
    // From the brace that opens `signed` to the one before the last.
    if (hasAt(file, SIGNED, at)) return file.subarray(at + SIGNED.length - 1, -1);
  }
  return undefined;
}

const hasAt = (bytes: Uint8Array, expected: Uint8Array, at: number): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte);
