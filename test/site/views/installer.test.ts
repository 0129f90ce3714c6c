import { expect, test } from 'vitest';
import type { InstallerFile } from '../../../site/publication/read-installer.ts';
import { installerOffer, installerView } from '../../../site/views/installer.ts';
import { ENGLISH_BELOW, RUSSIAN } from '../fixtures/documents.ts';

const file = (
  product: InstallerFile['product'],
  form: InstallerFile['form'],
  name: string,
): InstallerFile => ({
  name,
  product,
  form,
  version: '0.2.0',
  length: 286542,
  sha256: 'ab'.repeat(32),
});

const SOURCES = file('installer', 'sources', 'У-0.2.0-src.zip');
const BUILT = file('installer', 'built', 'У-0.2.0.epf');
const UPDATE = file('update', 'built', 'Р-0.2.0.cfe');

test.each([
  [[], undefined, 'nothing is handed over'],
  [[UPDATE], undefined, 'an auto-update is no installer'],
  [[SOURCES, UPDATE], 'Скачать исходники Установщика 0.2.0, 280 КБ', 'sources where nothing is built'],
  [[SOURCES, BUILT], 'Скачать Установщик 0.2.0, 280 КБ', 'the built one where there is one'],
] as const satisfies readonly (readonly [readonly InstallerFile[], string | undefined, string])[])(
  'of %# the page offers %j — %s',
  (files, text, _reason) => {
    expect(installerOffer(files, RUSSIAN)?.file.text).toBe(text);
  },
);

test('addresses lie below the base, and keep Cyrillic names whole', () => {
  expect(installerOffer([BUILT], ENGLISH_BELOW)?.file.href).toMatch(/\/installer\/%D0%A3-0\.2\.0\.epf$/);
  expect(installerOffer([BUILT], ENGLISH_BELOW)?.page.href).toMatch(/\/en\/install\/$/);
});

test('the page lists what people need first, first, each with its hash', () => {
  const view = installerView([UPDATE, SOURCES, BUILT], 'Ромашка', RUSSIAN);
  expect(view?.rows.map(({ file: { text } }) => text)).toEqual([BUILT.name, SOURCES.name, UPDATE.name]);
  expect(view?.rows.map(({ sha256 }) => sha256)).toEqual([BUILT, SOURCES, UPDATE].map((one) => one.sha256));
  expect(view?.isSources).toBe(false);
});
