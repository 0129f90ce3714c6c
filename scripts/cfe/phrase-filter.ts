/** Words that make a phrase. */
export const PHRASE_WORDS = 3;

const BITS = 24;
const MASK = (1 << BITS) - 1;

/**
 * Remembers which phrases (three words in a row) some texts hold, in 2 MB whatever their size: a Bloom filter. It may
 * take a phrase for known that is not, about once in a thousand for the largest honest files, but never the reverse.
 */
export class PhraseFilter {
  readonly #bits = new Uint32Array(1 << (BITS - 5));

  /** Remembers the phrases of a text in UTF-8. */
  add(text: Uint8Array): void {
    const bits = this.#bits;
    eachPhrase(text, (phrase) => {
      setBit(bits, phrase & MASK);
      setBit(bits, secondHash(phrase));
    });
  }

  /**
   * Whether some phrase of a text in UTF-8 is not known. The first and the last word do not count: memory is cut
   * anywhere.
   */
  hasUnknown(text: Uint8Array): boolean {
    const phrases: number[] = [];
    eachPhrase(text, (phrase) => phrases.push(phrase));
    const isKnown = (phrase: number): boolean =>
      hasBit(this.#bits, phrase & MASK) && hasBit(this.#bits, secondHash(phrase));
    return phrases.slice(1, -1).some((phrase) => !isKnown(phrase));
  }
}

function setBit(bits: Uint32Array, bit: number): void {
  const word = bit >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}

const hasBit = (bits: Uint32Array, bit: number): boolean =>
  ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;

const secondHash = (phrase: number): number => (Math.imul(phrase ^ (phrase >>> 15), 0x2c1b3c6d) >>> 8) & MASK;

/**
 * Hashes (FNV-1a) of all phrases of a text. Words are runs of letters, digits, `_` and everything beyond ASCII; those
 * of hexadecimal digits only are numbers and pieces of GUIDs, which tell nothing, and are left out.
 */
function eachPhrase(text: Uint8Array, visit: (phrase: number) => void): void {
  let before = 0;
  let last = 0;
  let words = 0;
  for (let at = 0; at < text.length; at += 1) {
    let hash = 0x811c9dc5;
    let spoken = false;
    for (let byte = text[at] ?? 0; isWordByte(byte); byte = text[at] ?? 0) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      spoken ||= !isHexDigit(byte);
      at += 1;
    }
    if (!spoken) continue;
    words += 1;
    if (words >= PHRASE_WORDS) visit((Math.imul(Math.imul(before, 31) + last, 31) + hash) >>> 0);
    before = last;
    last = hash;
  }
}

const isWordByte = (byte: number): boolean =>
  byte >= 0x80 || byte === 0x5f || isHexDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);

const isHexDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
