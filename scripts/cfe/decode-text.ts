/** Text of an element or document, and what is odd about it. */
export interface DecodedText {
  readonly text: string;
  /** `windows-1251` where older files have no byte order mark; `damaged` where bytes had to be replaced. */
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1251' | 'damaged';
}

const BOM_UTF8 = [0xef, 0xbb, 0xbf];

/** Whether a UTF-8 byte order mark stands at the start: all text of recent platforms begins with one. */
export const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  BOM_UTF8.every((byte, at) => bytes[at] === byte);

/**
 * Text of the platform: UTF-8 with a byte order mark; in older files also without one or in windows-1251. Never
 * fails: what cannot be decoded is replaced and reported as `damaged`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return hasByteOrderMark(bytes)
      ? { text: new TextDecoder('utf-8').decode(bytes), encoding: 'damaged' }
      : { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' };
  }
}
