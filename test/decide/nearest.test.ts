import { expect, test } from 'vitest';
import { nearest } from '../../scripts/decide/nearest.ts';
import type { CatalogDocument, CatalogExtension } from '../../scripts/model/documents.ts';
import { EXTENSION } from './samples.ts';

const configuration = (name: string, family: string) => ({
  name,
  family,
  edition: '3.0',
  title: { ru: name },
});

const extension = (id: string, ...names: readonly string[]): CatalogExtension => ({
  ...{ id, name: id, title: EXTENSION.title, price: 'free' },
  summary: { ru: '' },
  vendor: { name: { ru: '' } },
  latest: {},
  configurations: names.map((name) => ({ name, version: '*' })),
});

const catalog = (...extensions: readonly CatalogExtension[]): CatalogDocument => ({
  type: 'catalog',
  formatVersion: 1,
  publisher: {
    ...{ id: 'demo', name: { ru: '' }, url: 'https://example.com/', licensePrefix: 'DEMO' },
    ...{ channels: ['stable'], locales: ['ru'] },
  },
  configurations: [
    configuration('Бухгалтерия', 'accounting'),
    configuration('БухгалтерияКОРП', 'accounting'),
    configuration('Розница', 'trade'),
    configuration('УправлениеТорговлей', 'trade'),
  ],
  extensions,
});

const found = (document: CatalogDocument, name: string) =>
  nearest(document, name).map(({ extension: { id }, configurations, reason }) => [
    id,
    reason,
    ...configurations,
  ]);

test.each([
  [
    'a configuration that nobody knows',
    'Неизвестная',
    [
      ['wide', 'reach', 'Бухгалтерия', 'УправлениеТорговлей'],
      ['a-narrow', 'reach', 'Розница'],
      ['narrow', 'reach', 'Бухгалтерия'],
    ],
  ],
  [
    'the same family before a wide reach',
    'БухгалтерияКОРП',
    [
      ['wide', 'family', 'Бухгалтерия'],
      ['narrow', 'family', 'Бухгалтерия'],
      ['a-narrow', 'reach', 'Розница'],
    ],
  ],
  [
    'what is made for the configuration itself is not near but there',
    'Бухгалтерия',
    [['a-narrow', 'reach', 'Розница']],
  ],
])('nearest: %s', (_, name, expected) => {
  const document = catalog(
    extension('narrow', 'Бухгалтерия'),
    extension('wide', 'Бухгалтерия', 'УправлениеТорговлей'),
    extension('a-narrow', 'Розница', 'Розница'),
  );
  expect(found(document, name)).toEqual(expected);
});

test('an unknown configuration is nobody’s family, not even another unknown one’s', () => {
  expect(found(catalog(extension('lost', 'Потерянная')), 'Неизвестная')).toEqual([
    ['lost', 'reach', 'Потерянная'],
  ]);
});

test('an empty catalogue has nothing near', () => {
  expect(nearest(catalog(), 'Бухгалтерия')).toEqual([]);
});
