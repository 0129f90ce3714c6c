import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forbiddenCharacters, nameOf, replaceForbidden } from '../../scripts/model/forbidden-character.ts';

test.each([
  ['a\u0000b', 'control', 'U+0000', 'NUL'],
  ['a\u001bb', 'control', 'U+001B', 'the start of an ANSI escape'],
  ['a\rb', 'control', 'U+000D', 'a line end for some readers only'],
  ['a\u0085b', 'control', 'U+0085', 'a line end of the C1 controls'],
  ['a\u2029b', 'control', 'U+2029', 'a paragraph separator'],
  ['a\udfffb', 'control', 'U+DFFF', 'half of a surrogate pair'],
  ['a\u202eb', 'bidi', 'U+202E', 'right-to-left override'],
  ['a\u2067b', 'bidi', 'U+2067', 'right-to-left isolate'],
  ['a\u200fb', 'bidi', 'U+200F', 'right-to-left mark'],
  ['a\u061cb', 'bidi', 'U+061C', 'Arabic letter mark'],
])('finds %j: %s %s — %s', (text, kind, codePoint) => {
  expect([...forbiddenCharacters(text)]).toEqual([{ index: 1, kind, codePoint }]);
});

test.each([
  ['строка\n\tс табуляцией', 'line feed and tab'],
  ['😀 👩‍👩‍👧 é', 'pictures joined by U+200D, accents'],
  ['a\u00a0b\u200bc', 'spaces of other widths'],
])('lets %j pass — %s', (text) => {
  expect([...forbiddenCharacters(text)]).toEqual([]);
});

test('counts places in UTF-16 units, as editors do', () => {
  expect([...forbiddenCharacters('😀\u202e')].map(({ index }) => index)).toEqual([2]);
});

test('what was replaced is not found any more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = replaceForbidden(text, nameOf);
      expect([...forbiddenCharacters(clean)]).toEqual([]);
      expect(clean === text).toBe([...forbiddenCharacters(text)].length === 0);
    }),
  );
});
