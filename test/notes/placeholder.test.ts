import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '../../scripts/notes/index.ts';

describe('notes that say nothing', () => {
  test.each([
    [true, '', 'nothing at all'],
    [true, '## Что нового\n', 'a heading alone'],
    [true, '<!-- write here -->', 'a comment alone'],
    [true, '## Что нового\n<!-- a -->\n- TODO\n', 'a heading and a word for later'],
    [true, '…', 'punctuation'],
    [true, 'Lorem ipsum dolor sit amet', 'words of a template'],
    [true, '<!-- never closed\nТекст', 'what an open comment hides'],
    [false, 'TODO из прошлого выпуска закрыты.', 'the word among others'],
    [false, '- Исправлен обмен.', 'an item'],
    [false, '![Окно](okno.png)', 'a picture'],
    [false, '#1234 исправлен', 'a number that only looks like a heading'],
  ])('%s: %j — %s', (expected, text) => expect(isPlaceholder(text)).toBe(expected));

  test('openings without end cost no more than their length', () => {
    expect(isPlaceholder('<!--'.repeat(200_000))).toBe(true);
  });
});
