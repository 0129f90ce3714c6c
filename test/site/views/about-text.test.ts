import { expect, test } from 'vitest';
import type { Configuration } from '../../../scripts/model/extension.ts';
import { readAbout, type ToldFields } from '../../../site/views/about-text.ts';

const configuration = (name: string, ru: string, en?: string): Configuration => ({
  name,
  title: { ru, ...(en !== undefined && { en }) },
  edition: '3.0',
  family: 'a',
});

const KNOWN = [
  configuration('БухгалтерияПредприятия', 'Бухгалтерия предприятия', 'Enterprise Accounting'),
  configuration('БухгалтерияПредприятияКОРП', 'Бухгалтерия предприятия КОРП'),
  configuration('УправлениеТорговлей', 'Управление торговлей'),
  configuration('УправлениеНебольшойФирмой', 'Управление нашей фирмой'),
  configuration('УчетЁлок', 'Учёт ёлок'),
];

const BP = { configuration: 'БухгалтерияПредприятия', version: '3.0.171.9' };

test.each<[string, ToldFields, string]>([
  ['', {}, 'nothing'],
  ['привет, как дела', {}, 'nothing of it'],
  ['<script>3.0</script>', {}, 'an edition is no version'],
  [`${'x'.repeat(5000)} БП 3.0.171.9`, {}, 'far beyond what a window says'],
  ['Бухгалтерия предприятия, редакция 3.0 (3.0.171.9)', BP, 'the line of the window'],
  [
    '1С:Предприятие 8.3 (8.3.24.1761)\nБухгалтерия предприятия, редакция 3.0 (3.0.171.9) (http://v8.1c.ru/buhv8/)\nCopyright © 2009-2026',
    { ...BP, platform: '8.3.24.1761' },
    'the whole window',
  ],
  ['Бухгалтерия 3.0.171.9, платформа 8.3.24', { ...BP, platform: '8.3.24' }, 'by heart, with a comma'],
  ['платформа 8.3.24; бп 3.0.171.9', { ...BP, platform: '8.3.24' }, 'in the other order'],
  ['БП 3.0.171.9\nБСП 3.1.9.102', { ...BP, ssl: '3.1.9.102' }, 'the library is named'],
  [
    'Бухгалтерия предприятия (базовая), редакция 3.0 (3.0.171.9)',
    { ...BP, basic: 'on' },
    'a basic version is one of the same configuration',
  ],
  [
    'Бухгалтерия предприятия КОРП, редакция 3.0 (3.0.171.9)',
    { configuration: 'БухгалтерияПредприятияКОРП', version: '3.0.171.9' },
    'the longest name wins',
  ],
  ['1C:Accounting 3.0.171.9', BP, 'in English, with a Latin C'],
  ['УТ 11.5.22.84', { configuration: 'УправлениеТорговлей', version: '11.5.22.84' }, 'an abbreviation'],
  ['утка 11.5.22.84', { version: '11.5.22.84' }, 'no abbreviation inside of a word'],
  ['УНФ', { configuration: 'УправлениеНебольшойФирмой' }, 'no version'],
  ['Учет елок 3.0.1.2', { configuration: 'УчетЁлок', version: '3.0.1.2' }, 'ё is е'],
])('%j', (text, told) => {
  expect(readAbout(text, KNOWN)).toEqual(told);
});
