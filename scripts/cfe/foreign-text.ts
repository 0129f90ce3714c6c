import { KnownText, type Span } from './known-text.ts';
import { PLATFORM_WORDS } from './platform-words.ts';

/** Letters and digits of words that a piece needs to count: shorter ones are seams of memory over memory, and chance. */
const MIN_FOREIGN_CHARACTERS = 8;

/** Bytes shown on both sides of a piece, for a person to see where it stood. */
const CONTEXT_BYTES = 40;

/** A run of leftover memory with something in it that the file itself does not say. */
export interface ForeignText {
  /** The foreign words with what stands around them. */
  readonly shown: string;
  /** Bytes of UTF-8 that are foreign. */
  readonly bytes: number;
}

/** What of a run of memory is neither text of the file nor what the platform writes into every file. */
export function foreignIn(run: string, known: KnownText): ForeignText | undefined {
  const bytes = new TextEncoder().encode(run);
  const foreign = known
    .unknownIn(bytes)
    .filter((span) => foreignCharacters(textOf(bytes, span)) >= MIN_FOREIGN_CHARACTERS);
  const [first, last] = [foreign[0], foreign.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const around = { from: Math.max(0, first.from - CONTEXT_BYTES), to: last.to + CONTEXT_BYTES };
  return { shown: textOf(bytes, around), bytes: foreign.reduce((sum, { from, to }) => sum + to - from, 0) };
}

/** Whole characters of a span: one that is cut in two at an end is left out. */
function textOf(bytes: Uint8Array, { from, to }: Span): string {
  let [start, end] = [from, Math.min(to, bytes.length)];
  while (isContinuation(bytes[start])) start += 1;
  while (isContinuation(bytes[end])) end -= 1;
  return new TextDecoder().decode(bytes.subarray(start, Math.max(start, end)));
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Characters of words that are neither the platform's nor pieces of numbers and GUIDs. */
function foreignCharacters(text: string): number {
  const words = text.match(/[\p{L}\p{Nd}_]+/gu) ?? [];
  return words
    .filter((word) => !/^[\da-f]*$/i.test(word) && !PLATFORM_WORDS.includes(word))
    .reduce((sum, word) => sum + word.length, 0);
}
