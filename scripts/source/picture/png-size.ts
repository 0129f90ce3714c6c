import type { PictureSize } from '../../model/screenshot.ts';

/** PNG (third edition), 5.2: the signature. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Length, type and checksum of a chunk, without its contents (5.3). */
const CHUNK_FRAME = 12;

/** Size of a PNG whose chunks lead from IHDR to IEND and not further. */
export function pngSize(bytes: Uint8Array): PictureSize | undefined {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || chunkType(bytes, 8) !== 'IHDR') return undefined;
  let at = SIGNATURE.length;
  while (at + CHUNK_FRAME <= bytes.length) {
    const type = chunkType(bytes, at);
    at += CHUNK_FRAME + view.getUint32(at);
    if (type !== 'IEND') continue;
    return at === bytes.length ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
  }
  return undefined;
}

/** Four letters after the length. */
const chunkType = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at + 4, at + 8));
