import { expect, test } from 'vitest';
import type { Purchase, Vendor } from '../../../scripts/model/extension.ts';
import { html } from '../../../site/markup/html.ts';
import { buildFileMarkup } from '../../../site/markup/build-file.ts';
import { buildFileView } from '../../../site/views/build-file.ts';
import { installGuide } from '../../../site/views/install-guide.ts';
import { purchaseOf } from '../../../site/views/purchase.ts';
import { build, CONFIGURATIONS, ENGLISH_BELOW, extension, release, RUSSIAN } from '../fixtures/documents.ts';

const SELLER = { ru: 'Ромашка' };
const paid = (vendor = {}) => extension([], { price: 'paid', vendor: { name: SELLER, ...vendor } });

test('a free extension is not sold', () => {
  const purchase = { price: { ru: '100 ₽' } };
  expect(purchaseOf({ document: extension([]), purchase }, RUSSIAN)).toEqual({});
});

test.each<[Partial<Vendor>, Purchase, string | undefined, string]>([
  [{}, {}, undefined, 'nobody to ask'],
  [{ email: 'a@example.com' }, {}, 'mailto:a@example.com', 'the vendor by mail'],
  [{ url: 'https://vendor.example/' }, {}, 'https://vendor.example/', 'the vendor on his page'],
  [
    { url: 'https://vendor.example/' },
    { url: 'https://shop.example/a' },
    'https://shop.example/a',
    'the shop first',
  ],
  [
    { email: 'a@example.com' },
    { url: 'javascript:alert(1)' },
    'mailto:a@example.com',
    'no address that runs',
  ],
])('with %j and %j it is bought at %j — %s', (vendor, purchase, href) => {
  const view = purchaseOf({ document: paid(vendor), purchase }, RUSSIAN).purchase;
  expect(view?.buy?.href).toBe(href);
});

test('price and trial are the vendor’s words in the reader’s language; without a price the vendor is asked', () => {
  const purchase = { price: { ru: '4 900 ₽ в год', en: '4,900 ₽ a year' }, trial: { ru: '30 дней' } };
  expect(purchaseOf({ document: paid(), purchase }, ENGLISH_BELOW).purchase).toMatchObject({
    price: '4,900 ₽ a year',
    trial: 'Try it: 30 дней',
    key: { href: '/repo/en/license/' },
  });
  expect(purchaseOf({ document: paid() }, RUSSIAN).purchase?.price).toBe('Цену назовет разработчик.');
});

const SEALED = build({ unlock: [{ product: 'a', month: '2026-11', sealed: '' }] });

test('the guide of a sealed file opens it with a key, and never adds what 1C cannot read', () => {
  const titles = installGuide(release('1', { builds: [SEALED] }), { services: [] }, RUSSIAN).steps.map(
    ({ title }) => title,
  );
  expect(titles).toContain('Откройте файл своим ключом');
  expect(titles).not.toContain('Скачайте файл для своей конфигурации');
});

test('a sealed file is opened with a key; the archive is no green button', () => {
  const file = buildFileView(SEALED, { id: 'a', version: '1', configurations: CONFIGURATIONS }, RUSSIAN);
  const { text } = html`${buildFileMarkup(file, { reader: RUSSIAN, isWithdrawn: false })}`;
  expect(text).toContain('<a class="button" href="/license/">Открыть ключом</a>');
  expect(text).not.toMatch(/class="button[^"]*" href="[^"]*\.cfe"/);
});
