import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBundle } from '../../scripts/client/bundle-writer.ts';
import { NOW, vendor, type Vendor } from './vendor.ts';

const TRUST = ['--trust', 'releases/trust/1.root.json'];
const INFOBASE = [
  ...['--configuration', 'БухгалтерияПредприятия', '--configuration-version', '3.0.171.9'],
  ...['--platform', '8.3.24.1761', '--ssl', '3.1.9.102'],
];
const LATER = ['--now', '2026-11-21T12:00:00Z'];
const YEARS_LATER = ['--now', '2029-01-01T00:00:00Z'];

let shop: Vendor;

beforeAll(async () => {
  shop = await vendor();
  await shop.run(['keys', 'init', '--keys', 'keys', '--now', NOW]);
  await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW]);
  const { url } = await shop.serve('dist');
  await shop.run(['bundle', 'create', '--url', url, ...TRUST, '--now', NOW, '--out', 'carried.zip']);
  await shop.run(['bundle', 'create', '--url', url, ...TRUST, '--now', NOW, '--out', 'again.zip']);
});

afterAll(() => shop.leave());

const read = (file: string): Promise<Buffer> => readFile(path.join(shop.folder, file));

describe('a repository carried in one file', () => {
  test('the same repository gives the same bytes', async () => {
    expect((await read('carried.zip')).equals(await read('again.zip'))).toBe(true);
  });

  test('is decided upon without a network, years later, and says how old it is', async () => {
    const place = ['--bundle', 'carried.zip', ...TRUST, '--state', 'closed', ...YEARS_LATER];
    const { code, out } = await shop.run(['client', 'list', ...place, ...INFOBASE, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      asOf: NOW,
      expired: ['root', 'timestamp', 'snapshot', 'targets'],
      offers: [{ id: 'crm-connector', version: '1.2.1.1' }, { id: 'price-tags' }],
    });
  });

  test('hands out files with their hash verified', async () => {
    const place = ['--bundle', 'carried.zip', ...TRUST, '--state', 'closed', ...YEARS_LATER];
    const wanted = ['--extension', 'price-tags', '--out', 'carried.cfe'];
    expect((await shop.run(['client', 'get', ...place, ...INFOBASE, ...wanted])).code).toBe(0);
    const original = await read('releases/extensions/price-tags/1.0.1.5/price-tags.cfe');
    expect((await read('carried.cfe')).equals(original)).toBe(true);
  });

  test('an older one than was trusted is refused: rollback rules know no exception', async () => {
    await shop.run(['build', '--keys', 'keys', '--no-site', ...LATER]);
    const { url } = await shop.serve('dist');
    await shop.run(['bundle', 'create', '--url', url, ...TRUST, ...LATER, '--out', 'newer.zip']);
    const state = ['--state', 'twice', ...YEARS_LATER];
    const newer = await shop.run(['client', 'check', '--bundle', 'newer.zip', ...TRUST, ...state]);
    const older = await shop.run(['client', 'check', '--bundle', 'carried.zip', ...TRUST, ...state]);
    expect({ newer: newer.code, older: older.code, refusal: older.err.split(':')[0] }).toEqual({
      newer: 0,
      older: 1,
      refusal: 'rolled-back',
    });
  });

  test('may be for one configuration and one extension', async () => {
    const { url } = await shop.serve('dist');
    const choice = [
      '--extension',
      'price-tags',
      '--configuration',
      'Розница',
      '--out',
      'small.zip',
      ...LATER,
    ];
    const created = await shop.run(['bundle', 'create', '--url', url, ...TRUST, ...choice]);
    const [small, whole] = [await stat(path.join(shop.folder, 'small.zip')), await read('carried.zip')];
    expect({ code: created.code, isSmaller: small.size < whole.length / 2 }).toEqual({
      code: 0,
      isSmaller: true,
    });
  });
});

describe('what is no bundle', () => {
  const utf8 = new TextEncoder();

  test.each<[string, Uint8Array<ArrayBuffer> | 'half', string]>([
    ['empty.zip', new Uint8Array(), 'no bytes at all'],
    ['html.zip', utf8.encode('<!doctype html><title>Log in</title>'), 'a page of a proxy'],
    ['cut.zip', 'half', 'a file that was cut while it was copied'],
  ])('%s is refused — %#', async (file, content) => {
    const bytes = content === 'half' ? (await read('carried.zip')).subarray(0, 20_000) : content;
    await writeFile(path.join(shop.folder, file), bytes);
    const { code, err } = await shop.run([
      'client',
      'check',
      '--bundle',
      file,
      ...TRUST,
      '--state',
      `s-${file}`,
    ]);
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'bundle-unreadable' });
  });

  test('a ZIP with nothing of ours in it has no timestamp', async () => {
    const bytes = await writeBundle(new Map([['readme.txt', utf8.encode('hello')]]));
    await writeFile(path.join(shop.folder, 'other.zip'), bytes);
    const { code, err } = await shop.run([
      'client',
      'check',
      '--bundle',
      'other.zip',
      ...TRUST,
      '--state',
      'other',
    ]);
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'not-found' });
  });

  test('an address and a bundle at once are wrong use', async () => {
    const both = ['--url', 'https://x.example/', '--bundle', 'carried.zip'];
    expect((await shop.run(['client', 'check', ...both, ...TRUST, '--state', 'both'])).code).toBe(2);
  });
});
