import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VerificationError } from '../../scripts/verify/error.ts';
import { isJsonObject, parseStrictJson, type JsonValue } from '../../scripts/verify/strict-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
const parse = (text: string): JsonValue => parseStrictJson(bytes(text));

describe('refuses', () => {
  test.each([
    ['', 'json-invalid', 'nothing: a 0-byte answer of a CDN'],
    ['<html>', 'json-invalid', 'a page instead of a file'],
    ['{"a":1', 'json-invalid', 'cut off'],
    ['-0', 'json-invalid', 'minus zero: canonical JSON writes it as something else'],
    ['[-0]', 'json-invalid', 'minus zero deeper'],
    ['{"a":1}}', 'json-invalid', 'something follows'],
    ['\ufeff{}', 'json-invalid', 'byte order mark'],
    ['{"a":1,"a":1}', 'json-duplicate-key', 'a member twice'],
    ['{"a":1,"\\u0061":2}', 'json-duplicate-key', 'a member twice in two spellings'],
    [
      '{"__proto__":1,"__proto__":1}',
      'json-duplicate-key',
      'a member twice, a name that objects treat specially',
    ],
    ['{a:1}', 'json-invalid', 'a name without quotes'],
    ["{'a':1}", 'json-invalid', 'wrong quotes'],
    ['{"a":1,}', 'json-invalid', 'a comma too many'],
    ['[1,]', 'json-invalid', 'a comma too many'],
    ['[,1]', 'json-invalid', 'a comma too many'],
    ['1.0', 'json-invalid', 'a fraction has no canonical form'],
    ['1e2', 'json-invalid', 'an exponent has no canonical form'],
    ['9007199254740993', 'json-invalid', 'a number that doubles cannot hold'],
    ['1e999', 'json-invalid', 'infinity'],
    ['01', 'json-invalid', 'leading zero'],
    ['+1', 'json-invalid', 'plus sign'],
    ['NaN', 'json-invalid', 'no number of JSON'],
    ['-', 'json-invalid', 'no digits'],
    ['"\\ud800"', 'json-invalid', 'half of a surrogate pair'],
    ['"\\x41"', 'json-invalid', 'unknown escape'],
    ['"\n"', 'json-invalid', 'a control character as itself'],
    ['"a', 'json-invalid', 'an open string'],
    ['/**/1', 'json-invalid', 'a comment'],
    ['tru', 'json-invalid', 'half a word'],
    ['\u00a01', 'json-invalid', 'white space that JSON does not know'],
    ['['.repeat(33) + ']'.repeat(33), 'json-too-large', 'too deep'],
    ['['.repeat(1_000_000), 'json-too-large', 'deep enough to exhaust the stack'],
    ['{"a":'.repeat(100_000), 'json-too-large', 'deep enough to exhaust the stack'],
  ])('%.40j with %s — %s', (text, code) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code }));
  });

  test('bytes that are no UTF-8', () => {
    expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(
      expect.objectContaining({ code: 'json-invalid', args: { reason: 'utf-8', offset: 0 } }),
    );
  });

  test('more bytes than allowed, before looking at them', () => {
    expect(() => parseStrictJson(bytes('[]'), { maxBytes: 1, maxDepth: 1 })).toThrow(
      expect.objectContaining({ code: 'json-too-large', args: { reason: 'bytes', limit: 1 } }),
    );
  });
});

test.each([
  ['"' + '\\n'.repeat(2_000_000) + '"', 'escapes'],
  ['"' + '\\n'.repeat(2_000_000), 'escapes in an open string'],
  ['"' + 'a'.repeat(4_000_000), 'an open string'],
  [' '.repeat(4_000_000), 'white space'],
  ['1'.repeat(4_000_000), 'digits'],
])('megabytes of one thing exhaust nothing: %#', (text) => {
  const outcome = (): JsonValue | VerificationError => {
    try {
      return parse(text);
    } catch (error) {
      if (error instanceof VerificationError) return error;
      throw error;
    }
  };
  expect(outcome()).toBeDefined();
});

describe('reads', () => {
  test.each([
    [' \t\r\n{ "a" : [ 1 , true , null ] } ', new Map([['a', [1, true, null]]]), 'white space'],
    ['{"__proto__":1}', new Map([['__proto__', 1]]), 'a name that objects treat specially'],
    ['"\\ud83d\\ude00\\n\\/"', '\u{1f600}\n/', 'escapes'],
    ['"😀б"', '😀б', 'characters above U+FFFF'],

    ['[]', [], 'an empty array'],
    ['{}', new Map(), 'an empty object'],
    ['['.repeat(32) + ']'.repeat(32), expect.anything(), 'the deepest allowed'],
  ])('%j — %s', (text, expected) => expect(parse(text)).toEqual(expected));
});

test('says what JSON.parse says, or refuses', () => {
  const plain = (value: JsonValue): unknown =>
    isJsonObject(value)
      ? Object.fromEntries([...value].map(([name, member]) => [name, plain(member)]))
      : isList(value)
        ? value.map(plain)
        : value;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((json) => json.slice(0, -1)),
      ),
      (text) => {
        let strict: JsonValue;
        try {
          strict = parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(VerificationError);
          return;
        }
        expect(plain(strict)).toEqual(JSON.parse(text, (_, value: unknown) => (value === 0 ? 0 : value)));
      },
    ),
    { numRuns: 1000 },
  );
});

test('whatever the bytes, the answer is a value or a refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
      try {
        expect(parseStrictJson(input)).toBeDefined();
      } catch (error) {
        expect(error).toBeInstanceOf(VerificationError);
      }
    }),
    { numRuns: 1000 },
  );
});
