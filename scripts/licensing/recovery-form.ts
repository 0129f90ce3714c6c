import { createHash } from 'node:crypto';
import { ALPHABET } from '../license/license-key.ts';
import { forgivenLetters, typedSymbols } from '../license/typed-symbols.ts';
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
 * The secret from a text that holds the four lines; what stands around them is passed over. Forgiven is what a licence
 * key is forgiven: case, spaces and dashes of any kind, Cyrillic letters that look Latin, O for 0, I and L for 1.
 * Throws `recovery-line-missing`, `recovery-line-mistyped`.
 */
export function readRecoveryLines(text: string): Uint8Array {
  const labelled = labelledLines(text);
  const secret = new Uint8Array(MASTER_BYTES);
  for (let line = 0; line < LINES; line++) {
    const typed = labelled.get(line + 1);
    if (typed === undefined) throw new LicensingError('recovery-line-missing', { line: line + 1 });
    secret.set(bytesOf(line, typed), line * LINE_BYTES);
  }
  return secret;
}

/** Whoever copies from paper writes no line longer. */
const MAX_LINE = 200;

/** Symbols after `1:`, by number; of two lines under one number the first. Prose that begins with a number is none. */
function labelledLines(text: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  for (const line of text.split(/[\r\n\v\f\u0085\u2028\u2029]+/)) {
    if (line.length > MAX_LINE) continue;
    const [, number, typed] = /^[\s\p{Cf}]*([1-4])\s*[:.)]\s*(.+)$/u.exec(line.normalize('NFKC')) ?? [];
    const symbols = forgivenLetters(typedSymbols(typed ?? ''));
    if (/^[0-9A-Z]+$/.test(symbols) && !lines.has(Number(number))) lines.set(Number(number), symbols);
  }
  return lines;
}

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
