import {
  CODE_LENGTH_ORDER,
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  END_OF_BLOCK,
  LENGTH_BASE,
  LENGTH_EXTRA,
} from './deflate-codes.ts';
import { CfeError } from './error.ts';
import { COST, WorkBudget } from './work-budget.ts';
import {
  FIXED_DISTANCES,
  FIXED_SYMBOLS,
  huffmanTable,
  type CodePurpose,
  type HuffmanTable,
} from './huffman-table.ts';

/** Bytes that came out of a raw DEFLATE stream, and where in the input the stream ended. */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** Bytes of the input that belong to the stream; what follows them is not part of it. */
  readonly consumed: number;
}

/**
 * Inflates a raw DEFLATE stream (RFC 1951).
 *
 * Own code instead of `DecompressionStream`, for three reasons: the exact end of the stream is a fact that CI wants
 * (bytes hidden behind it), the output has to stop at a limit before it is allocated, and it runs synchronously on
 * hundreds of small elements, where a stream for each costs more than the inflating. Accepts and refuses exactly what
 * zlib does; `test/cfe/inflate.test.ts` compares the two.
 *
 * @throws {CfeError} `inflate-corrupt`, `inflate-truncated`, `inflate-too-large` when more than `maxBytes` come out,
 * `too-much-work`
 */
export function inflateRaw(
  input: Uint8Array,
  maxBytes: number,
  work = WorkBudget.ofFile(input.length),
): Inflated {
  const inflater = new Inflater(input, { maxBytes, work });
  while (!inflater.block());
  return inflater.result();
}

/** Output to begin with, as a multiple of the input; honest elements inflate to 2.6 times their size. */
const FIRST_GUESS = 4;

/** Input that one symbol with all its extra bits may reach into: three windows of 4 bytes. */
const FAST_INPUT_BYTES = 12;

/** Longest match (RFC 1951, 3.2.5). */
const MAX_MATCH_BYTES = 258;

const corrupt = (why: string): CfeError => new CfeError('inflate-corrupt', { why });

class Inflater {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #maxBytes: number;
  readonly #work: WorkBudget;
  #output: Uint8Array;
  /** Bytes of the output that are filled. */
  #length = 0;
  /** Position in the input, in bits. */
  #bit = 0;

  constructor(
    input: Uint8Array,
    { maxBytes, work }: { readonly maxBytes: number; readonly work: WorkBudget },
  ) {
    this.#input = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    this.#maxBytes = maxBytes;
    this.#work = work;
    this.#output = new Uint8Array(Math.min(maxBytes, Math.max(64, input.length * FIRST_GUESS)));
  }

  /** Inflates one block; true when it was the last one. */
  block(): boolean {
    const last = this.#take(1) === 1;
    const type = this.#take(2);
    const before = this.#length;
    this.#work.spend(COST.block);
    if (type === 0) this.#stored();
    else if (type === 1) this.#compressed(FIXED_SYMBOLS, FIXED_DISTANCES);
    else if (type === 2) this.#dynamic();
    else throw corrupt('block type');
    this.#work.spend((this.#length - before) * COST.inflatedByte);
    return last;
  }

  result(): Inflated {
    return { bytes: this.#output.subarray(0, this.#length), consumed: Math.ceil(this.#bit / 8) };
  }

  /** At least 25 of the next bits, the first one lowest; zeros behind the end of the input. */
  #window(): number {
    const at = this.#bit >>> 3;
    if (at + 4 <= this.#input.length) return this.#view.getUint32(at, true) >>> (this.#bit & 7);
    let window = 0;
    for (let byte = 3; byte >= 0; byte -= 1) window = (window << 8) | (this.#input[at + byte] ?? 0);
    return window >>> (this.#bit & 7);
  }

  #skip(bits: number): void {
    this.#bit += bits;
    if (this.#bit > this.#input.length * 8)
      throw new CfeError('inflate-truncated', { length: this.#input.length });
  }

  #take(bits: number): number {
    const value = this.#window() & ((1 << bits) - 1);
    this.#skip(bits);
    return value;
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#output.length) return;
    if (needed > this.#maxBytes) throw new CfeError('inflate-too-large', { limit: this.#maxBytes });
    const larger = new Uint8Array(Math.min(this.#maxBytes, Math.max(needed, this.#output.length * 2)));
    larger.set(this.#output.subarray(0, this.#length));
    this.#output = larger;
  }

  #stored(): void {
    this.#skip(-this.#bit & 7);
    const length = this.#take(16);
    if ((this.#take(16) ^ 0xffff) !== length) throw corrupt('stored length');
    const start = this.#bit >>> 3;
    this.#skip(length * 8);
    this.#reserve(length);
    this.#output.set(this.#input.subarray(start, start + length), this.#length);
    this.#length += length;
  }

  #dynamic(): void {
    const symbols = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const codeLengths = this.#take(4) + 4;
    if (symbols > 286 || distances > 30) throw corrupt('too many symbols');
    const order = new Uint8Array(19);
    for (let index = 0; index < codeLengths; index += 1) order[CODE_LENGTH_ORDER[index] ?? 0] = this.#take(3);
    const lengths = this.#lengths(symbols + distances, this.#table(order, 'lengths'));
    if (lengths[END_OF_BLOCK] === 0) throw corrupt('no end of block');
    const symbolTable = this.#table(lengths.subarray(0, symbols), 'symbols');
    this.#compressed(symbolTable, this.#table(lengths.subarray(symbols), 'symbols'));
  }

  /** A decoding table, paid for before it is filled: its longest code decides what it costs, not what it is used for. */
  #table(lengths: Uint8Array, purpose: CodePurpose): HuffmanTable {
    const longest = lengths.reduce((bits, length) => Math.max(bits, length), 0);
    this.#work.spend((lengths.length + (1 << longest)) * COST.tableEntry);
    return huffmanTable(lengths, purpose);
  }

  /** Code lengths of both codes of a dynamic block, run-length coded across their border. */
  #lengths(count: number, table: HuffmanTable): Uint8Array {
    const lengths = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      const symbol = this.#symbol(table);
      if (symbol < 16) {
        lengths[filled] = symbol;
        filled += 1;
        continue;
      }
      const [value, repeat] = this.#repeat(symbol, filled > 0 ? lengths[filled - 1] : undefined);
      if (filled + repeat > count) throw corrupt('repeat beyond the codes');
      lengths.fill(value, filled, filled + repeat);
      filled += repeat;
    }
    return lengths;
  }

  #repeat(symbol: number, previous: number | undefined): [value: number, repeat: number] {
    if (symbol === 17) return [0, 3 + this.#take(3)];
    if (symbol === 18) return [0, 11 + this.#take(7)];
    if (previous === undefined) throw corrupt('nothing to repeat');
    return [previous, 3 + this.#take(2)];
  }

  #symbol({ entries, bits }: HuffmanTable): number {
    const entry = entries[this.#window() & ((1 << bits) - 1)] ?? 0;
    if (entry === 0 && this.#bit + bits <= this.#input.length * 8) throw corrupt('no such code');
    this.#skip(entry === 0 ? bits : entry & 15);
    return entry >> 4;
  }

  /** A compressed block: fast where input and output leave room for any symbol, with all checks near their ends. */
  #compressed(symbols: HuffmanTable, distances: HuffmanTable): void {
    for (;;) {
      this.#fast(symbols, distances);
      const symbol = this.#symbol(symbols);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) this.#literal(symbol);
      else this.#copy(this.#matchLength(symbol - 257), this.#distance(this.#symbol(distances)));
    }
  }

  /**
   * The same without checks for the ends of input and output, on local variables: a third faster. Stops in front
   * of the end of the block and of everything that is wrong, which the careful way finds again.
   */
  #fast(symbols: HuffmanTable, distances: HuffmanTable): void {
    const [view, output] = [this.#view, this.#output];
    const [symbolEntries, symbolMask] = [symbols.entries, (1 << symbols.bits) - 1];
    const [distanceEntries, distanceMask] = [distances.entries, (1 << distances.bits) - 1];
    const lastBit = (this.#input.length - FAST_INPUT_BYTES) * 8;
    const lastOutput = output.length - MAX_MATCH_BYTES;
    let [bit, length] = [this.#bit, this.#length];
    while (bit <= lastBit && length <= lastOutput) {
      const window = view.getUint32(bit >>> 3, true) >>> (bit & 7);
      const entry = symbolEntries[window & symbolMask] ?? 0;
      const symbol = entry >> 4;
      let next = bit + (entry & 15);
      if (symbol < END_OF_BLOCK && entry !== 0) {
        output[length] = symbol;
        length += 1;
        bit = next;
        continue;
      }
      const base = LENGTH_BASE[symbol - 257];
      if (base === undefined) break;
      const lengthBits = LENGTH_EXTRA[symbol - 257] ?? 0;
      const end = length + base + ((window >>> (entry & 15)) & ((1 << lengthBits) - 1));
      next += lengthBits;
      const distanceWindow = view.getUint32(next >>> 3, true) >>> (next & 7);
      const distanceEntry = distanceEntries[distanceWindow & distanceMask] ?? 0;
      next += distanceEntry & 15;
      const distanceBits = DISTANCE_EXTRA[distanceEntry >> 4] ?? 0;
      const extra = view.getUint32(next >>> 3, true) >>> (next & 7);
      const distance = (DISTANCE_BASE[distanceEntry >> 4] ?? Infinity) + (extra & ((1 << distanceBits) - 1));
      if (distanceEntry === 0 || distance > length) break;
      for (; length < end; length += 1) output[length] = output[length - distance] ?? 0;
      bit = next + distanceBits;
    }
    [this.#bit, this.#length] = [bit, length];
  }

  #literal(byte: number): void {
    this.#reserve(1);
    this.#output[this.#length] = byte;
    this.#length += 1;
  }

  #matchLength(code: number): number {
    const base = LENGTH_BASE[code];
    if (base === undefined) throw corrupt('length code');
    return base + this.#take(LENGTH_EXTRA[code] ?? 0);
  }

  #distance(code: number): number {
    const base = DISTANCE_BASE[code];
    if (base === undefined) throw corrupt('distance code');
    const distance = base + this.#take(DISTANCE_EXTRA[code] ?? 0);
    if (distance > this.#length) throw corrupt('distance too far back');
    return distance;
  }

  /** Copies from `distance` back; the two may overlap, which repeats what was just written. */
  #copy(length: number, distance: number): void {
    this.#reserve(length);
    const end = this.#length + length;
    for (; this.#length < end; this.#length += 1) {
      this.#output[this.#length] = this.#output[this.#length - distance] ?? 0;
    }
  }
}
