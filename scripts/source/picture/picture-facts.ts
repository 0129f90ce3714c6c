import type { PictureFacts, PictureSize, PictureType } from '../../model/screenshot.ts';
import { jpegSize } from './jpeg-size.ts';
import { pngSize } from './png-size.ts';
import { webpSize } from './webp-size.ts';

const READERS: readonly (readonly [PictureType, (bytes: Uint8Array) => PictureSize | undefined])[] = [
  ['png', pngSize],
  ['jpeg', jpegSize],
  ['webp', webpSize],
];

/**
 * What kind of picture these bytes are, and its size; nothing for anything else. The frame of the file is walked from
 * its first byte to its last: one that goes on after its end, or ends before it, may be two things at once, and is
 * none. Pixels are not decoded.
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  for (const [type, sizeOf] of READERS) {
    const size = sizeOf(bytes);
    if (size !== undefined && size.width > 0 && size.height > 0) return { type, ...size };
  }
  return undefined;
}
