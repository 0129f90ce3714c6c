import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureFacts } from '../../../scripts/source/picture/picture-facts.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );

const u32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

const chunk = (type: string, data: readonly number[] = []): readonly number[] => [
  ...u32(data.length),
  ...Buffer.from(type, 'latin1'),
  ...data,
  ...u32(0),
];

const HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = chunk('IHDR', [...u32(1280), ...u32(800), 8, 2, 0, 0, 0]);
const PNG = bytes(HEAD, IHDR, chunk('IDAT', [1, 2, 3]), chunk('IEND'));

const SOF = [0xff, 0xc2, 0, 11, 8, 800 >> 8, 800 & 255, 1280 >> 8, 1280 & 255, 1, 1, 0x11, 0];
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 7, 7];
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2], SOF, SCAN, [0xff, 0xd9]);

const riff = (type: string, data: readonly number[]): Uint8Array =>
  bytes('RIFF', [12 + data.length, 0, 0, 0], 'WEBP', type, [data.length, 0, 0, 0], data);
const LOSSY = riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0, 5, 0x20, 3]);
const LOSSLESS = riff('VP8L', [0x2f, 0xff, 0xc4, 0xc7, 0, 0, 0, 0, 0, 0]);
const EXTENDED = riff('VP8X', [0, 0, 0, 0, 0xff, 4, 0, 0x1f, 3, 0]);

describe('what is no picture', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', bytes()],
    ['SVG with a script', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML behind a PNG', bytes([...PNG], '<script>alert(1)</script>')],
    ['PNG without an end', PNG.slice(0, -12)],
    ['PNG with a chunk that leads outside', bytes(HEAD, IHDR, [...u32(0xffffffff)], 'IDAT', [1, 2, 3, 4])],
    [
      'PNG that begins with another chunk',
      bytes(HEAD, chunk('tEXt', Array(40).fill(0)), IHDR, chunk('IEND')),
    ],
    ['PNG without a width', bytes(HEAD, chunk('IHDR', [...u32(0), ...u32(9), 8, 2, 0, 0, 0]), chunk('IEND'))],
    ['JPEG with something behind', bytes([...JPEG], '<?php')],
    ['JPEG without a frame', bytes([0xff, 0xd8], SCAN, [0xff, 0xd9])],
    ['JPEG whose segment has no length', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0], SOF, SCAN, [0xff, 0xd9])],
    ['JPEG whose frame is cut', bytes([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xd9])],
    ['WebP longer than it says', bytes([...LOSSY], [0])],
    ['WebP of an unknown kind', riff('ALPH', Array(12).fill(1))],
    ['WebP without the sign of a frame', riff('VP8 ', [0, 0, 0, 1, 1, 1, 0, 5, 0x20, 3])],
    ['GIF', bytes('GIF89a', Array(40).fill(1))],
  ])('%s', (_name, file) => {
    expect(pictureFacts(file)).toBeUndefined();
  });

  test('any bytes are answered for in time, after any beginning', () => {
    const heads = [PNG.slice(0, 8), JPEG.slice(0, 2), LOSSY.slice(0, 16)];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        const found = pictureFacts(Uint8Array.from([...head, ...rest]));
        expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true);
      }),
    );
  });
});

test.each([
  ['png', PNG],
  ['jpeg', JPEG],
  ['webp', LOSSY],
  ['webp', LOSSLESS],
  ['webp', EXTENDED],
] as const)('%s tells its size', (type, file) => {
  expect(pictureFacts(file)).toEqual({ type, width: 1280, height: 800 });
});
