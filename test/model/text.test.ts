import { expect, test } from 'vitest';
import { inLocale, isLocale, writtenFor, type Locale } from '../../scripts/model/text.ts';

test.each([
  ['ru', true, 'Russian'],
  ['en', true, 'English'],
  ['EN', false, 'another spelling'],
  ['de', false, 'a language that nobody wrote'],
  ['', false, 'none'],
  ['constructor', false, 'a member of all objects'],
  [undefined, false, 'nothing'],
])('%j is a language of ours: %s — %s', (text, expected, _reason) => {
  expect(isLocale(text)).toBe(expected);
});

const written = (...locales: Locale[]): ReadonlyMap<Locale, string> =>
  new Map(locales.map((at) => [at, `<${at}>`]));

test.each<[ReadonlyMap<Locale, string>, Locale, string | undefined, string]>([
  [written('ru', 'en'), 'en', '<en>', 'the language of the reader'],
  [written('ru'), 'en', '<ru>', 'nobody translated it'],
  [written('en'), 'ru', '<en>', 'written in English alone'],
  [written(), 'ru', undefined, 'nothing'],
])('writtenFor %# %s: %s — %s', (texts, locale, expected) => {
  expect(writtenFor(texts, locale)).toBe(expected);
});

test.each([
  [{ ru: 'а', en: 'b' }, 'b'],
  [{ ru: 'а' }, 'а'],
])('%j for an English reader is %s', (text, expected) => {
  expect(inLocale(text, 'en')).toBe(expected);
});
