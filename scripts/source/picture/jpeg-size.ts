import type { PictureSize } from '../../model/screenshot.ts';

/** ITU-T T.81, table B.1: start of image, end of image, start of scan. */
const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda];

/** Frame headers SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC), which share their range. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Size of a JPEG whose segments lead to its scan, and whose last bytes end the image. */
export function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== EOI) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: PictureSize | undefined;
  let at = 2;
  // A segment: FF, marker, length of what follows with the two bytes of the length itself (B.1.1.4).
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === SOS) return size;
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    if (isFrame(marker)) size = frameSize(view, at);
    at += 2 + length;
  }
  return undefined;
}

/** Height and width after length and precision of a frame header (B.2.2). */
const frameSize = (view: DataView, at: number): PictureSize | undefined =>
  at + 9 <= view.byteLength ? { height: view.getUint16(at + 5), width: view.getUint16(at + 7) } : undefined;
