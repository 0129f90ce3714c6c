import { DISTANCE_BASE, DISTANCE_EXTRA, END_OF_BLOCK, LENGTH_BASE, LENGTH_EXTRA } from './deflate-codes.ts';
import { reversed } from './huffman-table.ts';

/** Shortest and longest match, and how far back one may reach (RFC 1951, 3.2.5). */
const MIN_MATCH = 3;
const MAX_MATCH = 258;
const MAX_DISTANCE = 32_768;

/** Earlier places with the same start that are tried. */
const MAX_TRIES = 32;

const HASH_BITS = 14;

/**
 * Deflates to one raw block of fixed codes (RFC 1951). Own code, because what it writes is committed and compared byte
 * for byte: zlib differs between Node versions and browsers. About a quarter larger than zlib's output.
 */
export function deflateRaw(input: Uint8Array): Uint8Array {
  const bits = new BitWriter();
  bits.write(0b011, 3);
  const matches = new MatchFinder(input);
  for (let at = 0; at < input.length;) {
    const match = matches.find(at);
    if (match === undefined) writeSymbol(bits, input[at] ?? 0);
    else writeMatch(bits, match);
    const end = at + (match?.length ?? 1);
    for (; at < end; at += 1) matches.remember(at);
  }
  writeSymbol(bits, END_OF_BLOCK);
  return bits.finish();
}

interface Match {
  readonly length: number;
  readonly distance: number;
}

/** Finds earlier occurrences by the hash of three bytes. */
class MatchFinder {
  readonly #input: Uint8Array;
  readonly #newest = new Int32Array(1 << HASH_BITS).fill(-1);
  readonly #older: Int32Array;

  constructor(input: Uint8Array) {
    this.#input = input;
    this.#older = new Int32Array(input.length).fill(-1);
  }

  /** Longest match that starts here; the nearest one among equals. */
  find(at: number): Match | undefined {
    let best: Match | undefined;
    let candidate = at + MIN_MATCH <= this.#input.length ? this.#at(this.#newest, this.#hash(at)) : -1;
    for (let tries = 0; candidate >= 0 && at - candidate <= MAX_DISTANCE && tries < MAX_TRIES; tries += 1) {
      const length = this.#common(candidate, at);
      if (length >= MIN_MATCH && length > (best?.length ?? 0)) best = { length, distance: at - candidate };
      candidate = this.#at(this.#older, candidate);
    }
    return best;
  }

  remember(at: number): void {
    if (at + MIN_MATCH > this.#input.length) return;
    const hash = this.#hash(at);
    this.#older[at] = this.#at(this.#newest, hash);
    this.#newest[hash] = at;
  }

  #common(earlier: number, at: number): number {
    const limit = Math.min(MAX_MATCH, this.#input.length - at);
    let length = 0;
    while (length < limit && this.#input[earlier + length] === this.#input[at + length]) length += 1;
    return length;
  }

  #hash(at: number): number {
    const [first = 0, second = 0, third = 0] = this.#input.subarray(at, at + MIN_MATCH);
    return Math.imul((first << 16) | (second << 8) | third, 0x9e3779b1) >>> (32 - HASH_BITS);
  }

  #at(list: Int32Array, index: number): number {
    return list[index] ?? -1;
  }
}

/** Symbol of the fixed code for literals and lengths (RFC 1951, 3.2.6). */
function writeSymbol(bits: BitWriter, symbol: number): void {
  if (symbol < 144) bits.writeCode(0x30 + symbol, 8);
  else if (symbol < 256) bits.writeCode(0x190 + symbol - 144, 9);
  else if (symbol < 280) bits.writeCode(symbol - 256, 7);
  else bits.writeCode(0xc0 + symbol - 280, 8);
}

function writeMatch(bits: BitWriter, { length, distance }: Match): void {
  const lengthCode = LENGTH_BASE.findLastIndex((base) => base <= length);
  writeSymbol(bits, 257 + lengthCode);
  bits.write(length - (LENGTH_BASE[lengthCode] ?? 0), LENGTH_EXTRA[lengthCode] ?? 0);
  const distanceCode = DISTANCE_BASE.findLastIndex((base) => base <= distance);
  bits.writeCode(distanceCode, 5);
  bits.write(distance - (DISTANCE_BASE[distanceCode] ?? 0), DISTANCE_EXTRA[distanceCode] ?? 0);
}

/** Bits into bytes, the first bit lowest. */
class BitWriter {
  readonly #bytes: number[] = [];
  #buffer = 0;
  #bits = 0;

  write(value: number, count: number): void {
    this.#buffer |= value << this.#bits;
    this.#bits += count;
    for (; this.#bits >= 8; this.#bits -= 8, this.#buffer >>>= 8) this.#bytes.push(this.#buffer & 0xff);
  }

  /** Codes go in with their first bit lowest. */
  writeCode(code: number, count: number): void {
    this.write(reversed(code, count), count);
  }

  finish(): Uint8Array {
    if (this.#bits > 0) this.#bytes.push(this.#buffer & 0xff);
    return Uint8Array.from(this.#bytes);
  }
}
