/** Bytes in a row that two texts must share to count as the same: twelve Latin characters, six Cyrillic ones. */
export const GRAM_BYTES = 12;

const BITS = 26;
const MASK = 2 ** BITS - 1;
const PRIME = 0x01000193;
/** `PRIME` to the power of `GRAM_BYTES`: what a byte weighs when it leaves the window. */
const LEAVING = Array.from({ length: GRAM_BYTES }).reduce<number>((power) => Math.imul(power, PRIME), 1);

/** A piece of a text, in bytes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Remembers which runs of {@link GRAM_BYTES} bytes some texts hold, in 8 MB whatever their size: a Bloom filter over a
 * rolling hash. It may take a run for known that is not, about once in a hundred for 5 MB of texts, never the reverse.
 */
export class KnownText {
  readonly #bits = new Uint32Array(1 << (BITS - 5));

  /** Remembers a text. Linear in its bytes. */
  add(text: Uint8Array): void {
    const bits = this.#bits;
    eachGram(text, (gram) => {
      for (const bit of [gram & MASK, secondHash(gram), thirdHash(gram)])
        bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    });
  }

  /** The parts of a text that no known run covers. Memory written over memory leaves none but at the seams. */
  unknownIn(text: Uint8Array): readonly Span[] {
    const spans: Span[] = [];
    let covered = 0;
    eachGram(text, (gram, start) => {
      if (!this.#has(gram)) return;
      if (start > covered) spans.push({ from: covered, to: start });
      covered = start + GRAM_BYTES;
    });
    if (covered < text.length) spans.push({ from: covered, to: text.length });
    return spans;
  }

  #has(gram: number): boolean {
    const bits = this.#bits;
    return [gram & MASK, secondHash(gram), thirdHash(gram)].every(
      (bit) => ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0,
    );
  }
}

const secondHash = (gram: number): number => (Math.imul(gram ^ (gram >>> 15), 0x2c1b3c6d) >>> 5) & MASK;
const thirdHash = (gram: number): number => (Math.imul(gram ^ (gram >>> 13), 0x297a2d39) >>> 4) & MASK;

/** Hashes of all runs, by where they start. */
function eachGram(text: Uint8Array, visit: (gram: number, start: number) => void): void {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    const leaving = at >= GRAM_BYTES ? Math.imul(text[at - GRAM_BYTES] ?? 0, LEAVING) : 0;
    hash = (Math.imul(hash, PRIME) + (text[at] ?? 0) - leaving) | 0;
    if (at >= GRAM_BYTES - 1) visit(scrambled(hash), at - GRAM_BYTES + 1);
  }
}

/** Low bits of a rolling hash depend on the last bytes alone. */
const scrambled = (hash: number): number => Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) ^ (hash >>> 11);
