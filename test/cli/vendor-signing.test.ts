import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, vendor, type Vendor } from './vendor.ts';

const INFOBASE = [
  ...['--configuration', 'БухгалтерияПредприятия', '--configuration-version', '3.0.171.9'],
  ...['--platform', '8.3.24.1761', '--ssl', '3.1.9.102', '--now', NOW],
];

let shop: Vendor;

beforeAll(async () => {
  shop = await vendor();
  await shop.run(['keys', 'init', '--keys', 'keys', '--now', NOW]);
  const made = await shop.run(['keys', 'new', 'price.key.json']);
  const [half = ''] = /[0-9a-f]{64}/.exec(made.out) ?? [];
  const publisher = path.join(shop.folder, 'releases', 'publisher.yaml');
  const text = await readFile(publisher, 'utf8');
  await writeFile(publisher, `${text}vendors:\n  - {id: price, keys: [${half}]}\n`);
});

afterAll(() => shop.leave());

const build = (): ReturnType<Vendor['run']> =>
  shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW]);

test('nothing is published while a vendor has not signed', async () => {
  const { code, err } = await build();
  expect({ code, says: err.includes('vypusk vendor sign price') }).toEqual({ code: 2, says: true });
});

test('the publisher’s key cannot stand in for the vendor’s', async () => {
  const publisherKey = 'keys/publishing.key.json';
  const { code } = await shop.run(['vendor', 'sign', 'price', '--key', publisherKey, '--now', NOW]);
  expect(code).toBe(1);
});

test('with his signature clients get his extension through his key', async () => {
  const signed = await shop.run(['vendor', 'sign', 'price', '--key', 'price.key.json', '--now', NOW]);
  expect(signed.out).toContain('releases/trust/vendors/price.json');
  expect((await build()).code).toBe(0);
  const { url } = await shop.serve('dist');
  const place = ['--url', url, '--trust', 'releases/trust/1.root.json', '--state', 'state'];
  const wanted = ['--extension', 'price-tags', '--out', 'got.cfe'];
  expect((await shop.run(['client', 'get', ...place, ...INFOBASE, ...wanted])).code).toBe(0);
  const role = await readFile(path.join(shop.folder, 'dist/metadata/1.vendor-price.json'), 'utf8');
  const targets = await readFile(path.join(shop.folder, 'dist/metadata/1.targets.json'), 'utf8');
  const file = 'extensions/price-tags.json';
  expect({ his: role.includes(file), ours: targets.includes(file) }).toEqual({ his: true, ours: false });
});

test('a release that he has not signed is not published in his name', async () => {
  const from = path.join(shop.folder, 'releases/extensions/price-tags/1.0.1.5/release.yaml');
  await cp(from, `${from}.before`);
  await writeFile(from, (await readFile(from, 'utf8')).replace('date: 2026-10-12', 'date: 2026-10-13'));
  const { code, err } = await build();
  expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'vendor-document-unsigned' });
});
