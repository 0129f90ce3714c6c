import { BenchGap } from '../../runtime/errors.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

/** `КодировкаТекста`. */
export const TEXT_ENCODING = defineEnumeration({
  name: 'КодировкаТекста|TextEncoding',
  contexts: EVERYWHERE,
  values: {
    utf8: 'UTF8|UTF8',
    utf16: 'UTF16|UTF16',
    ansi: 'ANSI|ANSI',
    oem: 'OEM|OEM',
    system: 'Системная|System',
  },
});

/** Refuses every encoding but UTF-8: the product uses no other, so the bench doubles no other. */
export function checkEncoding(value: Value): void {
  const isUtf8 = value === undefined || value === TEXT_ENCODING.values.utf8;
  if (isUtf8 || (typeof value === 'string' && /^utf-?8$/i.test(value))) return;
  throw new BenchGap('only UTF-8 is doubled');
}

/** Bytes of a text. */
export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text of bytes: wrong sequences become U+FFFD without an error; a byte order mark stays. */
export const decodeText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
