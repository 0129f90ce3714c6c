import { expect, test } from 'vitest';
import type { Locale } from '../../../scripts/model/text.ts';
import { configurationName } from '../../../site/views/configuration-name.ts';
import { dateText } from '../../../site/views/date-text.ts';
import { rangeText } from '../../../site/views/range-text.ts';
import { exactSizeText, sizeText } from '../../../site/views/size-text.ts';
import { hashCommands } from '../../../site/views/verify-by-hand.ts';
import { counted } from '../../../site/i18n/plural.ts';
import { CONFIGURATIONS, ENGLISH_BELOW, RUSSIAN } from '../fixtures/documents.ts';

test.each([
  ['>=3.0.140 <3.1', 'от 3.0.140 до 3.1 (не включая)', 'the usual range'],
  ['>=3.0.140', 'от 3.0.140', 'no upper bound'],
  ['>3.0 <=3.1.5', 'новее 3.0 по 3.1.5', 'other comparators keep their meaning'],
  ['3.0.171.9', 'только 3.0.171.9', 'one version'],
  ['*', 'любая версия', 'anything'],
  ['~11.5.20', 'от 11.5.20 до 11.6 (не включая)', 'a tilde in its normal form'],
  ['3.0.x', 'от 3.0 до 3.1 (не включая)', 'a wildcard in its normal form'],
  ['1.2 - 1.4.5', 'от 1.2 по 1.4.5', 'a hyphen'],
  ['<2 || >=3', 'до 2 (не включая) или от 3', 'alternatives'],
  ['>=2.0.0-beta.1', 'от 2.0.0-beta.1', 'a pre-release bound'],
  ['~2.0.0-beta.1', '~2.0.0-beta.1', 'pre-releases have no normal form: as written'],
  ['not a range', 'not a range', 'what is no range: as written'],
])('the range %j reads %j — %s', (range, words) => {
  expect(rangeText(range, RUSSIAN)).toBe(words);
});

test.each<[string, Locale, string, string]>([
  ['2026-11-01', 'ru', '1 ноября 2026 г.', 'a day'],
  ['2026-11-01', 'en', '1 November 2026', 'the same day'],
  ['2027-11-20T00:00:00Z', 'en', '20 November 2027', 'a time: its day in UTC'],
  ['not a day', 'ru', 'not a day', 'never "Invalid Date"'],
])('the date %j in %s is %j — %s', (date, locale, expected) => {
  expect(dateText(date, locale)).toBe(expected);
});

test.each([
  [0, 'ru', '0 Б'],
  [1023, 'ru', '1\u00a0020 Б'],
  [286542, 'ru', '280 КБ'],
  [286542, 'en', '280 KB'],
  [5 * 1024 ** 3, 'en', '5 GB'],
  [5 * 1024 ** 5, 'en', '5,240,000 GB'],
] as const)('%d bytes in %s are %j', (bytes, locale, expected) => {
  expect(sizeText(bytes, locale)).toBe(expected);
});

test('a size to the byte has the right form of the word', () => {
  expect(exactSizeText(286542, 'ru')).toBe('286\u00a0542 байта');
  expect(exactSizeText(1, 'en')).toBe('1 byte');
});

test.each([
  [1, '1 файл'],
  [2, '2 файла'],
  [5, '5 файлов'],
  [11, '11 файлов'],
  [21, '21 файл'],
])('%d is counted as %j', (count, expected) => {
  const forms = { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' };
  expect(counted('ru', count, forms)).toBe(expected);
});

test.each([
  ['БухгалтерияПредприятия', 'Бухгалтерия предприятия, редакция 3.0', 'title and edition'],
  ['УправлениеТорговлей', 'Управление торговлей 11', 'a title that says its edition'],
  ['Неизвестная', 'Неизвестная', 'a name that nobody described'],
])('the configuration %s is called %j — %s', (name, title) => {
  expect(configurationName(name, CONFIGURATIONS, RUSSIAN).title).toBe(title);
});

test('a configuration without an English title keeps the Russian one', () => {
  expect(configurationName('УправлениеТорговлей', CONFIGURATIONS, ENGLISH_BELOW).title).toBe(
    'Управление торговлей 11',
  );
});

test.each([
  [
    "a'; rm -rf ~; '.cfe",
    `'./a'\\''; rm -rf ~; '\\''.cfe'`,
    `'a''; rm -rf ~; ''.cfe'`,
    'a quote ends nothing',
  ],
  ['-c.cfe', `'./-c.cfe'`, `'-c.cfe'`, 'a dash is no option'],
  ['a’; calc.cfe', `'./a’; calc.cfe'`, `'a’’; calc.cfe'`, 'PowerShell takes typographic quotes for quotes'],
])('the name %j is quoted for shells — %s', (file, posix, powershell) => {
  const [windows, linux] = hashCommands(file);
  expect(windows?.command).toContain(`-LiteralPath ${powershell}`);
  expect(linux?.command).toBe(`sha256sum ${posix}`);
});
