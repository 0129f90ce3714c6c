import { CfeError } from './error.ts';

/** Longest code of DEFLATE (RFC 1951, 3.2.7). */
const MAX_CODE_BITS = 15;

/** Decoding table of one prefix code: the next `bits` bits of the input, as they lie in it, give the symbol at once. */
export interface HuffmanTable {
  /** `symbol << 4 | length` by the next bits; 0 where no code begins like that. */
  readonly entries: Uint16Array;
  readonly bits: number;
}

/** What a code is for: an incomplete one is allowed only where a single symbol of one bit is left. */
export type CodePurpose = 'lengths' | 'symbols';

/**
 * Builds the decoding table from code lengths by symbol (RFC 1951, 3.2.2). As zlib does it: too many codes are
 * refused, too few as well, but for a code of a single symbol or of none.
 *
 * @throws {CfeError} `inflate-corrupt`
 */
export function huffmanTable(lengths: Uint8Array, purpose: CodePurpose): HuffmanTable {
  const counts = new Uint16Array(MAX_CODE_BITS + 1);
  let bits = 0;
  for (const length of lengths) {
    counts[length] = (counts[length] ?? 0) + 1;
    if (length > bits) bits = length;
  }
  counts[0] = 0;
  assertComplete(counts, { bits, purpose });
  return { entries: filledEntries(lengths, { bits, nextCode: firstCodes(counts) }), bits };
}

function assertComplete(
  counts: Uint16Array,
  { bits, purpose }: { bits: number; purpose: CodePurpose },
): void {
  if (bits === 0) return;
  let left = 1;
  for (let length = 1; length <= MAX_CODE_BITS; length += 1) {
    left = left * 2 - (counts[length] ?? 0);
    if (left < 0) throw new CfeError('inflate-corrupt', { why: 'over-subscribed code' });
  }
  if (left > 0 && (purpose === 'lengths' || bits !== 1)) {
    throw new CfeError('inflate-corrupt', { why: 'incomplete code' });
  }
}

function firstCodes(counts: Uint16Array): Uint16Array {
  const codes = new Uint16Array(MAX_CODE_BITS + 1);
  let code = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length += 1) {
    code = (code + (counts[length - 1] ?? 0)) << 1;
    codes[length] = code;
  }
  return codes;
}

function filledEntries(
  lengths: Uint8Array,
  { bits, nextCode }: { readonly bits: number; readonly nextCode: Uint16Array },
): Uint16Array {
  const entries = new Uint16Array(1 << bits);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const code = nextCode[length] ?? 0;
    nextCode[length] = code + 1;
    const entry = (symbol << 4) | length;
    for (let index = reversed(code, length); index < entries.length; index += 1 << length)
      entries[index] = entry;
  }
  return entries;
}

/** Codes stand in the input with their first bit lowest. */
export function reversed(code: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit += 1) result = (result << 1) | ((code >> bit) & 1);
  return result;
}

const fixedLengths = (): Uint8Array =>
  Uint8Array.from({ length: 288 }, (_, symbol) => {
    if (symbol < 144) return 8;
    if (symbol < 256) return 9;
    return symbol < 280 ? 7 : 8;
  });

/** The fixed code of RFC 1951, 3.2.6, for literals and lengths. */
export const FIXED_SYMBOLS = huffmanTable(fixedLengths(), 'symbols');

/** The fixed code for distances. */
export const FIXED_DISTANCES = huffmanTable(new Uint8Array(32).fill(5), 'symbols');
