import { createHash } from 'node:crypto';
import { ALPHABET } from '../license/license-key.ts';
import { LicensingError } from './error.ts';
import { MASTER_BYTES } from './vendor-secrets.ts';

const LINES = 4;
const LINE_BYTES = MASTER_BYTES / LINES;
/** 64 bits take 13 symbols of 5 bits. */
const LINE_SYMBOLS = 13;

/**
 * A secret as four lines that people can copy from paper: eight bytes each, as 13 symbols of the alphabet of licence
 * keys and one that checks the line (`1: XXXXX-XXXXX-XXXX`).
 */
export const recoveryLines = (secret: Uint8Array): readonly string[] =>
  Array.from({ length: LINES }, (_, line) => {
    const symbols = symbolsOf(secret.subarray(line * LINE_BYTES, (line + 1) * LINE_BYTES));
    const checked = symbols + checkSymbol(line, symbols);
    return `${line + 1}: ${checked.slice(0, 5)}-${checked.slice(5, 10)}-${checked.slice(10)}`;
  });

/**
 * The secret from a text that holds the four lines; what stands around them is passed over. Case, spaces, O for 0 and
 * I, L for 1 are forgiven. Throws `recovery-line-missing`, `recovery-line-mistyped`.
 */
export function readRecoveryLines(text: string): Uint8Array {
  const secret = new Uint8Array(MASTER_BYTES);
  for (let line = 0; line < LINES; line++) {
    const typed = new RegExp(`^[^\\S\\n]*${line + 1}:([ \\w-]+)$`, 'm').exec(text)?.[1];
    if (typed === undefined) throw new LicensingError('recovery-line-missing', { line: line + 1 });
    secret.set(bytesOf(line, normalized(typed)), line * LINE_BYTES);
  }
  return secret;
}

const normalized = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[ _-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

function bytesOf(line: number, symbols: string): Uint8Array {
  const [body, check] = [symbols.slice(0, LINE_SYMBOLS), symbols.slice(LINE_SYMBOLS)];
  let value = 0n;
  for (const symbol of body) value = value * 32n + BigInt(Math.max(0, ALPHABET.indexOf(symbol)));
  const bytes = new Uint8Array(LINE_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, value);
  // Written again it must be what was typed: so a symbol of no alphabet and a number too large are refused too.
  if (symbolsOf(bytes) !== body || checkSymbol(line, body) !== check) {
    throw new LicensingError('recovery-line-mistyped', { line: line + 1 });
  }
  return bytes;
}

function symbolsOf(bytes: Uint8Array): string {
  let value = new DataView(bytes.buffer, bytes.byteOffset, LINE_BYTES).getBigUint64(0);
  let symbols = '';
  for (let at = 0; at < LINE_SYMBOLS; at++) {
    symbols = ALPHABET.charAt(Number(value % 32n)) + symbols;
    value /= 32n;
  }
  return symbols;
}

const checkSymbol = (line: number, symbols: string): string => {
  const digest = createHash('sha256')
    .update(`vypusk/recovery/v1\n${line + 1}\n${symbols}`)
    .digest();
  return ALPHABET.charAt((digest[0] ?? 0) % 32);
};
