import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefOf } from '../../scripts/notes/index.ts';

test.each([
  ['# Что нового\n\nИсправлен обмен.\n\nЕщё.', 'Исправлен обмен.', 'headings are passed over'],
  ['- Исправлен обмен\n- Ещё', 'Исправлен обмен', 'the first item of a list'],
  ['**Исправлен** [обмен](https://a.b) с `CRM`', 'Исправлен обмен с CRM', 'markup is left out'],
  ['а\nб  \nв', 'а б в', 'line breaks are spaces'],
  ['<script>alert(1)</script>\n\nТекст', 'Текст', 'HTML is left out'],
  ['<Note type="tip">\n\nТекст\n\n</Note>', 'Текст', 'a component’s text'],
  ['![Экран](a.png)\n\nТекст', 'Текст', 'a paragraph without words'],
  ['Текст\u202e\u001b[31m', 'Текст [31m', 'characters that change what is shown'],
  ['&#x202e;Текст', 'Текст', 'the same as a reference'],
  ['---\na: b\n---\n\nТекст', 'Текст', 'settings of the page'],
  ['>'.repeat(60_000), '', 'hostile nesting'],
  ['\ud800', '\ufffd', 'half of a surrogate pair'],
  ['', '', 'nothing'],
])('briefOf(%j) is %j — %s', (text, expected) => {
  expect(briefOf(text)).toBe(expected);
});

test('a long paragraph is cut between words', () => {
  const brief = briefOf('слово, '.repeat(60));
  expect(brief).toMatch(/^(слово, )*слово…$/);
  expect(brief.length).toBeGreaterThan(180);
});

test('whatever the text, the brief is one short line of well-formed text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const brief = briefOf(text);
      expect(brief.length).toBeLessThanOrEqual(200);
      expect(brief).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(brief.isWellFormed()).toBe(true);
    }),
  );
});
