import type { PictureSize } from '../../model/screenshot.ts';

/** Where the first chunk of a RIFF file begins (RFC 9649, section 2.4). */
const FIRST_CHUNK = 12;

/** Size of a WebP: a RIFF file that is exactly as long as it says, with one of the three first chunks (RFC 9649). */
export function webpSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < 30 || letters(bytes, 0) !== 'RIFF' || letters(bytes, 8) !== 'WEBP') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(4, true) + 8 !== bytes.length) return undefined;
  switch (letters(bytes, FIRST_CHUNK)) {
    case 'VP8 ':
      return lossySize(view);
    case 'VP8L':
      return losslessSize(view);
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return undefined;
  }
}

/** RFC 6386, section 9.1: a key frame begins with 9D 01 2A, then two sizes of 14 bits. */
const lossySize = (view: DataView): PictureSize | undefined =>
  view.getUint16(23) === 0x9d01 && view.getUint8(25) === 0x2a
    ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    : undefined;

/** RFC 9649, section 3.4: 2F, then two sizes of 14 bits, each less one. */
function losslessSize(view: DataView): PictureSize | undefined {
  if (view.getUint8(20) !== 0x2f) return undefined;
  const sizes = view.getUint32(21, true);
  return { width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 };
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;

const letters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
