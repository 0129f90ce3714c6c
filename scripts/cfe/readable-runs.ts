/** Characters that a run needs to count as text; shorter ones are names and chance. */
export const MIN_RUN_CHARACTERS = 24;

/**
 * Runs of readable text in raw memory, in UTF-8 and in UTF-16: Latin, Cyrillic, digits, signs, tabs and line ends.
 * Linear in the bytes.
 */
export function readableRuns(bytes: Uint8Array): readonly string[] {
  return [...runsOf(bytes, utf8Step), ...runsOf(bytes, utf16Step)];
}

/** Bytes of the readable character at an offset, 0 when there is none. */
type Step = (bytes: Uint8Array, at: number) => number;

function* runsOf(bytes: Uint8Array, step: Step): Generator<string> {
  const decoder = new TextDecoder(step === utf8Step ? 'utf-8' : 'utf-16le');
  for (let start = 0; start < bytes.length;) {
    let characters = 0;
    let end = start;
    for (let size = step(bytes, end); size > 0; size = step(bytes, end)) {
      end += size;
      characters += 1;
    }
    if (characters >= MIN_RUN_CHARACTERS) yield decoder.decode(bytes.subarray(start, end));
    start = Math.max(end, start + 1);
  }
}

function utf8Step(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) return 0;
  if (isReadableAscii(byte)) return 1;
  const next = bytes[at + 1] ?? 0;
  if ((byte === 0xd0 || byte === 0xd1) && isContinuation(next)) return 2;
  return byte === 0xe2 && (next === 0x80 || next === 0x84) && isContinuation(bytes[at + 2] ?? 0) ? 3 : 0;
}

function utf16Step(bytes: Uint8Array, at: number): number {
  const [low, high] = [bytes[at], bytes[at + 1]];
  if (low === undefined || high === undefined) return 0;
  return (high === 0 && isReadableAscii(low)) || high === 0x04 ? 2 : 0;
}

const isReadableAscii = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
