import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, compareCodePoints } from '../../scripts/verify/canonical-json.ts';
import { parseStrictJson } from '../../scripts/verify/strict-json.ts';

interface CanonicalJson {
  readonly canonicalize: (value: unknown) => string;
}

const isCanonicalJson = (module: unknown): module is CanonicalJson =>
  typeof module === 'object' && module !== null && 'canonicalize' in module;

/** The package comes without types. */
function loadTufjs(): CanonicalJson {
  const tufjs: unknown = createRequire(import.meta.url)('@tufjs/canonical-json');
  if (!isCanonicalJson(tufjs)) throw new Error('@tufjs/canonical-json exports something else now');
  return tufjs;
}

const { canonicalize } = loadTufjs();
const text = (value: unknown): string => new TextDecoder().decode(canonicalJson(value));

describe('what has no canonical form', () => {
  test.each<[unknown, string, string]>([
    [1.5, 'number', 'a fraction'],
    [2 ** 53, 'number', 'an integer that other languages tell from its neighbour'],
    [NaN, 'number', 'no number'],
    [Infinity, 'number', 'no number'],
    ['\ud800', 'surrogate', 'half of a pair would be written as U+FFFD'],
    [{ '\udfff': 1 }, 'surrogate', 'half of a pair in a name'],
    [undefined, 'undefined', 'nothing'],
    [{ a: undefined }, 'undefined', 'a member without a value must not vanish'],
    [() => 1, 'function', 'code'],
    [1n, 'bigint', 'not a JSON number'],
    [new Map([[1, 1]]), 'name', 'a name that is no text'],
  ])('%o: %s — %s', (value, reason) => {
    expect(() => canonicalJson(value)).toThrow(
      expect.objectContaining({ code: 'json-unencodable', args: { reason } }),
    );
  });
});

describe('canonical form', () => {
  test.each<[unknown, string, string]>([
    [{ b: 1, a: [true, null, -1] }, '{"a":[true,null,-1],"b":1}', 'members sorted, no white space'],
    [
      new Map([
        ['b', 1],
        ['a', 2],
      ]),
      '{"a":2,"b":1}',
      'a Map is an object',
    ],
    ['a"\\\n\u0000б', '"a\\"\\\\\n\u0000б"', 'only the quote and the backslash are escaped'],
    [-0, '0', 'minus zero is zero'],
    [{ '10': 1, '9': 2, a: 3 }, '{"10":1,"9":2,"a":3}', 'integer-like names sort as text'],
    [
      { '\u{1f600}': 1, '\uff5e': 2 },
      '{"\uff5e":2,"\u{1f600}":1}',
      'by code point, as securesystemslib does',
    ],
  ])('%o', (value, expected) => expect(text(value)).toBe(expected));
});

test('order by code point is the order of UTF-8 bytes', () => {
  const words = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [left, right] = [a, b].map((word) => [...new TextEncoder().encode(word)]);
      const byBytes = left!.findIndex((byte, at) => byte !== right![at]);
      const expected =
        byBytes === -1 ? left!.length - right!.length : left![byBytes]! - (right![byBytes] ?? -1);
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
    }),
  );
});

const bmpText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xd7ff }).map((u) => String.fromCharCode(u)),
});
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    bmpText,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(bmpText, tie('tree'), { maxKeys: 4 }),
  ),
}));

test('agrees with @tufjs/canonical-json where both are defined (names below U+10000)', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(text(value)).toBe(canonicalize(value));
    }),
  );
});

test('canonical form of parsed canonical form is the same bytes', () => {
  fc.assert(
    fc.property(tree, (value) => {
      const bytes = canonicalJson(value);
      expect(canonicalJson(parseStrictJson(bytes))).toEqual(bytes);
    }),
  );
});
