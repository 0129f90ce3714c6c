import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHORT_BRIEF_LENGTH, briefOfNotes, notesOf, shortened } from '../../scripts/catalog/release-texts.ts';
import type { Notes } from '../../scripts/model/release-tree.ts';
import type { Locale } from '../../scripts/model/text.ts';

const note = (locale: Locale, text: string): Notes => ({
  locale,
  format: 'md',
  file: `notes.${locale}.md`,
  text,
});

describe('notes', () => {
  test.each<readonly [readonly Notes[], object | undefined, string]>([
    [[], undefined, 'nobody wrote any'],
    [[note('ru', ' \n')], undefined, 'somebody saved an empty file'],
    [[note('ru', 'Новое')], { ru: 'Новое' }, 'Russian alone'],
    [[note('en', 'New')], { ru: 'New' }, 'English stands in for Russian'],
    [[note('en', 'New'), note('ru', 'Новое')], { ru: 'Новое', en: 'New' }, 'both, Russian first'],
    [[note('ru', 'v1'), note('en', 'v1')], { ru: 'v1' }, 'the same in both is said once'],
  ])('%j: %j — %s', (notes, expected) => {
    expect(notesOf(notes)).toEqual(expected);
  });

  test('without a paragraph have no first lines', () => {
    expect(briefOfNotes({ ru: '```\ncode\n```' })).toBeUndefined();
    expect(briefOfNotes({ ru: '```\ncode\n```', en: 'Text' })).toEqual({ ru: 'Text' });
  });
});

describe('a brief is cut', () => {
  const long = 'слово '.repeat(20);

  test.each([
    ['коротко', 'коротко', 'not at all when it fits'],
    ['ы'.repeat(60), 'ы'.repeat(60), 'not at all when it just fits'],
    [long, `${'слово '.repeat(9).trimEnd()}…`, 'between words'],
    [
      'Раз, два, три, четыре, пять, шесть, семь, восемь, девять, десять',
      'Раз, два, три, четыре, пять, шесть, семь, восемь, девять…',
      'without the comma before the cut',
    ],
    ['ы'.repeat(100), `${'ы'.repeat(59)}…`, 'inside a word that is longer than half of the room'],
    [`${'ы'.repeat(58)}😀😀`, `${'ы'.repeat(58)}…`, 'never inside a pair of surrogates'],
  ])('%j: %j — %s', (text, expected) => {
    expect(shortened({ ru: text })).toEqual({ ru: expected });
  });

  test('to no more than there is room for, and stays well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { ru } = shortened({ ru: text });
        expect(ru.length).toBeLessThanOrEqual(SHORT_BRIEF_LENGTH);
        expect(ru.isWellFormed()).toBe(true);
      }),
    );
  });
});
