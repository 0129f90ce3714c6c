import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsValue } from '../onec/index.ts';
import { bytesOf, data, loadCore } from './program.ts';

const program = loadCore(['ВыпускБайты']);
const call = (method: string, ...args: JsValue[]): JsValue => program.call('ВыпускБайты', method, args).value;
const hex = (value: JsValue): string | undefined => {
  const bytes = bytesOf(value);
  return bytes && Buffer.from(bytes).toString('hex');
};

test.each([
  ['0', 'half a byte'],
  ['0g', 'not a digit'],
  ['0 ', 'white space'],
  ['00 11 22 33', 'bytes set apart: the reader of the platform takes them'],
  ['0x00', 'a prefix'],
  ['٠٠', 'digits of another script'],
])('%j is no hex — %s', (text) => expect(call('БайтыИзHex', text)).toBeUndefined());

test.each([
  ['A', 'three characters missing'],
  ['AA=A', 'padding inside'],
  ['AAB=', 'bits that are not zero: a second spelling of the same bytes'],
  ['AA==\n', 'a line break'],
  ['AA==AA==', 'two texts'],
  ['AA__', 'the alphabet of addresses'],
  ['A A=', 'a space inside'],
  ['АААА', 'letters that look Latin'],
])('%j is no Base64 — %s', (text) => expect(call('БайтыИзBase64', text)).toBeUndefined());

const bytes = fc.uint8Array({ maxLength: 200 });

describe('for all bytes', () => {
  test('hex and Base64 lead there and back, and are lower case and one line', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        const lower = Buffer.from(content).toString('hex');
        const base64 = Buffer.from(content).toString('base64');
        expect(call('HexИзБайт', data(content))).toBe(lower);
        expect(hex(call('БайтыИзHex', lower.toUpperCase()))).toBe(lower);
        expect(call('ЗаписьBase64', data(content))).toBe(base64);
        expect(hex(call('БайтыИзBase64', base64))).toBe(lower);
      }),
      { numRuns: 50 },
    );
  });

  test('hashes are those of another library', () => {
    fc.assert(
      fc.property(bytes, bytes, (key, message) => {
        const sha = (name: string): string => createHash(name).update(message).digest('hex');
        expect(call('Хеш256Hex', data(message))).toBe(sha('sha256'));
        expect(hex(call('Хеш256', data(message)))).toBe(sha('sha256'));
        expect(call('Хеш512Hex', data(message))).toBe(sha('sha512'));
        const mac = createHmac('sha256', key).update(message).digest('hex');
        expect(hex(call('HMAC256', data(key), data(message)))).toBe(mac);
      }),
      { numRuns: 50 },
    );
  });

  test('a slice is what lies there, also when nothing does', () => {
    fc.assert(
      fc.property(bytes, fc.nat(200), fc.nat(200), (content, a, b) => {
        const from = Math.min(a, content.length);
        const length = Math.min(b, content.length - from);
        const expected = Buffer.from(content.slice(from, from + length)).toString('hex');
        expect(hex(call('СрезДанных', data(content), from, length))).toBe(expected);
      }),
    );
  });

  test('the same bytes are the same', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(call('ОдинаковыеДанные', data(a), data(b))).toBe(Buffer.from(a).equals(b));
        expect(call('ОдинаковыеДанные', data(a), data(a.slice()))).toBe(true);
      }),
    );
  });
});

test.each(['', 'ё', '\u{1f600}', '\n\t"'])('a text in UTF-8 and back: %j', (text) => {
  expect(hex(call('ДанныеUTF8', text))).toBe(Buffer.from(text).toString('hex'));
  expect(call('СтрокаUTF8', data(text))).toBe(text);
});

test('a key of more than one block is hashed first (RFC 4231, case 6)', () => {
  const mac = call(
    'HMAC256',
    data(new Uint8Array(131).fill(0xaa)),
    data('Test Using Larger Than Block-Size Key - Hash Key First'),
  );
  expect(hex(mac)).toBe('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
});
