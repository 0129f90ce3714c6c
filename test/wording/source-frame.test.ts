import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceFrame, type FramedSpan } from '../../scripts/wording/source-frame.ts';

const frame = (source: string, span: FramedSpan, width = 60): readonly string[] =>
  sourceFrame(source, span, width);

test.each<[string, string, FramedSpan, readonly string[]]>([
  [
    'a value',
    'a: 1\nversion: 01.2\n',
    { line: 2, column: 10, length: 4 },
    ['   2 | version: 01.2', '     |          ^^^^'],
  ],
  [
    'Cyrillic takes one column',
    'имя: Обмен',
    { line: 1, column: 6, length: 5 },
    ['   1 | имя: Обмен', '     |      ^^^^^'],
  ],
  [
    'line ends of Windows',
    'a: 1\r\nb: 2\r\n',
    { line: 2, column: 4, length: 1 },
    ['   2 | b: 2', '     |    ^'],
  ],
  [
    'a tab takes two columns',
    '\ta: 1',
    { line: 1, column: 5, length: 1 },
    ['   1 |   a: 1', '     |      ^'],
  ],
  [
    'a picture takes two columns',
    '😀: 1',
    { line: 1, column: 5, length: 1 },
    ['   1 | 😀: 1', '     |     ^'],
  ],
  [
    'an accent takes none',
    'e\u0301: 1',
    { line: 1, column: 5, length: 1 },
    ['   1 | e\u0301: 1', '     |    ^'],
  ],
  [
    'an escape is spelled out',
    'a\u001b[1m: 1',
    { line: 1, column: 8, length: 1 },
    ['   1 | a\\u{1b}[1m: 1', '     |             ^'],
  ],
  ['the end of a line', 'a:', { line: 1, column: 3, length: 1 }, ['   1 | a:', '     |   ^']],
  ['more than the line holds', 'a: 1', { line: 1, column: 4, length: 500 }, ['   1 | a: 1', '     |    ^']],
  ['behind the end of the line', 'a: 1', { line: 1, column: 99, length: 1 }, ['   1 | a: 1', '     |     ^']],
  ['no such line', 'a: 1', { line: 7, column: 1, length: 1 }, []],
  ['an empty line', '\n\n', { line: 2, column: 1, length: 1 }, []],
])('%s', (_reason, source, span, expected) => {
  expect(frame(source, span)).toEqual(expected);
});

test('a long line is cut behind the span', () => {
  expect(frame(`a: ${'x'.repeat(200)}`, { line: 1, column: 1, length: 1 }, 40)).toEqual([
    `   1 | a: ${'x'.repeat(29)}…`,
    '     | ^',
  ]);
});

test('a long line is cut before the span, and its end is shown', () => {
  expect(frame(`${'x'.repeat(200)}: wrong`, { line: 1, column: 203, length: 5 }, 40)).toEqual([
    `   1 | …${'x'.repeat(18)}: wrong`,
    `     | ${' '.repeat(21)}^^^^^`,
  ]);
});

test('whatever the line and the span, the frame is two lines of bounded width', () => {
  const span = fc.record({
    line: fc.nat({ max: 3 }),
    column: fc.integer({ min: 1, max: 300 }),
    length: fc.integer({ min: 1, max: 300 }),
  });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), span, (source, place) => {
      const lines = frame(source, place, 80);
      expect([0, 2]).toContain(lines.length);
      const [, carets] = lines;
      if (carets === undefined) return;
      expect(carets).toMatch(/^ {5}\| *\^+$/);
      expect(carets.length).toBeLessThanOrEqual(88);
    }),
  );
});
