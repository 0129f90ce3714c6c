import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forTerminal } from '../../scripts/wording/index.ts';

test.each([
  ['a\u001b[31mb', 'a\\u{1b}[31mb', 'a colour'],
  ['a\u009b31mb', 'a\\u{9b}31mb', 'the same in one character'],
  ['a\u001b]0;title\u0007', 'a\\u{1b}]0;title\\u{7}', 'the title of the window'],
  ['a\rb', 'a\\u{d}b', 'a line that is written over'],
  ['a\nerror: b', 'a\\nerror: b', 'a line that pretends to be another message'],
  ['a\tb', 'a\\tb', 'a jump'],
  ['a\bb', 'a\\u{8}b', 'a character that is taken back'],
  ['a\u202eb', 'a\\u{202e}b', 'text that runs backwards'],
  ['a\u2066b', 'a\\u{2066}b', 'an isolate'],
  ['a\u2028b', 'a\\u{2028}b', 'a line separator'],
  ['a\ud800b', 'a\\u{d800}b', 'half of a surrogate pair'],
  ['a\0b', 'a\\u{0}b', 'NUL'],
  ['Обмен «CRM» 😀 é', 'Обмен «CRM» 😀 é', 'ordinary text of any language'],
  ['C:\\temp', 'C:\\temp', 'a backslash of its own'],
])('%j → %j — %s', (text, expected) => {
  expect(forTerminal(text)).toBe(expected);
});

test('whatever the text, nothing in it drives a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const shown = forTerminal(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      expect(forTerminal(shown)).toBe(shown);
    }),
  );
});
