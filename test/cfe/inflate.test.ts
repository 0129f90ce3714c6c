import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CfeError } from '../../scripts/cfe/error.ts';
import { inflateRaw } from '../../scripts/cfe/inflate.ts';

const LIMIT = 1_000_000;

/** Bits, the first one lowest in its byte, as a stream of bytes. */
const bits = (text: string): Uint8Array => {
  const digits = text.replaceAll(' ', '');
  return Uint8Array.from({ length: Math.ceil(digits.length / 8) }, (_, byte) =>
    Array.from(digits.slice(byte * 8, byte * 8 + 8)).reduce(
      (sum, digit, bit) => sum + Number(digit) * 2 ** bit,
      0,
    ),
  );
};

test.each([
  ['', 'inflate-truncated', 'no input at all'],
  ['1 11', 'inflate-corrupt', 'block type 3 does not exist'],
  [
    '1 00 00000 0000000000000000 0000000000000000',
    'inflate-corrupt',
    'stored length and its complement agree',
  ],
  ['1 00 00000 1000000000000000 0111111111111111', 'inflate-truncated', 'a stored byte that is not there'],
  ['1 10 0000001 00000 00000000', 'inflate-corrupt', 'a match before there is anything to match'],
  ['1 10 11000110', 'inflate-corrupt', 'length symbol 286 of the fixed code'],
  ['1 10 0000001 11110 0', 'inflate-corrupt', 'distance symbol 30 of the fixed code'],
  ['1 01 00000 00000 0000', 'inflate-truncated', 'a dynamic block that ends in its head'],
  ['1 01 11111 00000 0000 00000000', 'inflate-corrupt', '288 symbols'],
  ['1 01 00000 11111 0000 00000000', 'inflate-corrupt', '32 distances'],
  ['1 01 00000 00000 0000 100 100 100 100 00000000', 'inflate-corrupt', 'more codes of one bit than two'],
  ['1 01 00000 00000 0000 010 010 000 000 00000000', 'inflate-corrupt', 'a code for lengths with a gap'],
])('refuses the bits %j: %s — %s', (text, code) => {
  expect(() => inflateRaw(bits(text), LIMIT)).toThrow(expect.objectContaining({ code }));
  expect(() => inflateRawSync(bits(text))).toThrow();
});

const text = Buffer.from('Процедура ПриЗаписи(Отказ)\r\n\tВозврат;\r\nКонецПроцедуры\r\n'.repeat(200));

describe('limits', () => {
  const stream = deflateRawSync(new Uint8Array(100_000));

  test('inflates up to the limit', () => expect(inflateRaw(stream, 100_000).bytes).toHaveLength(100_000));

  test('stops one byte beyond it', () => {
    expect(() => inflateRaw(stream, 99_999)).toThrow(expect.objectContaining({ code: 'inflate-too-large' }));
  });
});

test('says where the stream ends, whatever follows', () => {
  const stream = deflateRawSync(text);
  const { bytes, consumed } = inflateRaw(Buffer.concat([stream, Buffer.from('hidden')]), LIMIT);
  expect(consumed).toBe(stream.length);
  expect(Buffer.compare(bytes, text)).toBe(0);
});

test('a stream cut anywhere is refused as cut', () => {
  const stream = deflateRawSync(text.subarray(0, 400));
  for (let length = 0; length < stream.length; length += 1) {
    expect(() => inflateRaw(stream.subarray(0, length), LIMIT)).toThrow(
      expect.objectContaining({ code: 'inflate-truncated' }),
    );
  }
});

test('inflates whatever zlib deflates, at every level and strategy', () => {
  const repeated = fc
    .tuple(fc.uint8Array({ maxLength: 50 }), fc.nat(300))
    .map(([part, times]) => Buffer.concat(Array<Uint8Array>(times).fill(part)));
  const settings = fc.record({
    level: fc.integer({ min: 0, max: 9 }),
    strategy: fc.constantFrom(
      constants.Z_DEFAULT_STRATEGY,
      constants.Z_HUFFMAN_ONLY,
      constants.Z_RLE,
      constants.Z_FIXED,
    ),
    memLevel: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 5000 }), repeated), settings, (bytes, options) => {
      const stream = deflateRawSync(bytes, options);
      const inflated = inflateRaw(stream, LIMIT);
      expect(Buffer.compare(inflated.bytes, bytes)).toBe(0);
      expect(inflated.consumed).toBe(stream.length);
    }),
    { numRuns: 300 },
  );
});

/** What zlib says of a stream: its bytes, or undefined when it refuses. */
function zlibVerdict(stream: Uint8Array): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateRawSync(stream, { maxOutputLength: LIMIT }));
  } catch {
    return undefined;
  }
}

function ownVerdict(stream: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRaw(stream, LIMIT).bytes;
  } catch (error) {
    expect(error).toBeInstanceOf(CfeError);
    return undefined;
  }
}

test('accepts and refuses damaged streams as zlib does, with the same bytes', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.nat(text.length), fc.boolean(), damage, (length, fixed, changes) => {
      const strategy = fixed ? constants.Z_FIXED : constants.Z_DEFAULT_STRATEGY;
      const stream = new Uint8Array(deflateRawSync(text.subarray(0, length), { strategy }));
      for (const [at, byte] of changes) stream[at % stream.length] = byte;
      expect(ownVerdict(stream)).toEqual(zlibVerdict(stream));
    }),
    { numRuns: 1000 },
  );
});
