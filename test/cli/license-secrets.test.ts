import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../../scripts/disk/files.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { recoverContentKey } from '../../scripts/licensing/protect-file.ts';
import { openMaster } from '../../scripts/licensing/secrets-file.ts';
import { recoveryLines } from '../../scripts/licensing/recovery-form.ts';
import type { ExtensionDocument } from '../../scripts/model/documents.ts';
import { commandLine } from './command-line.ts';
import { PASSPHRASE, seller, succeed, type Seller } from './seller.ts';

let shop: Seller;
/** Everything that commands printed, by what may stand in it: a key is shown to the vendor who issued it. */
const printed: string[] = [];
/** Secrets by name, each as a text that could stand somewhere. */
const secrets = new Map<string, string>();
let clear: Buffer;

/** Files that hold secrets because they are made for that. */
const MADE_FOR_IT =
  /^(secret\.json|form\.txt|keys\/.*|files\/tags\.cfe|keys\.csv|client\/license\.json|client\/got\.cfe)$/;

function addSecret(name: string, bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes);
  secrets.set(`${name}, raw`, buffer.toString('latin1'));
  secrets.set(`${name}, hex`, buffer.toString('hex'));
  secrets.set(`${name}, base64`, buffer.toString('base64').replace(/=+$/, ''));
}

async function run(argv: readonly string[]): Promise<void> {
  const { out, err } = await shop.sell(argv);
  printed.push(out, err);
}

beforeAll(async () => {
  shop = await seller();
  clear = await shop.release('1.0', '2026-03-10', ['tags', 'suite']);
  const { key, id } = await shop.issue(['--product', 'tags', '--until', '2027-11', '--note', 'order 17']);
  await run(['license', 'extend', id, '--until', '2028-11']);
  await run(['license', 'list']);
  await run(['license', 'list', '--json']);
  await run(['license', 'extend', key.replace(/.$/, 'U'), '--perpetual']);
  await run(['license', 'export', id, '--out', '../client/license.json']);
  await run(['license', 'form', '--out', '../form.txt']);
  await run(['product', 'add', 'pro', '--title', 'Про']);
  await run(['product', 'grant', 'pro', '--extension', 'tags-pro']);
  const table = 'licensee;products;until\nООО «Пион»;tags;2027-01\n';
  await writeFile(shop.file('table.csv'), table);
  await run(['license', 'import', '../table.csv', '--out', '../keys.csv']);
  const built = await succeed(shop.build());
  printed.push(built.out, built.err);
  const { url } = await shop.serve('checkout/dist');
  for (const argv of [
    ['list', '--license', key],
    ['get', '--license', key, '--extension', 'tags-pro', '--out', 'got.cfe'],
    ['list', '--license', 'license.json'],
    ['list', '--license', key.replace('-', '-X')],
  ]) {
    const { out, err } = await shop.client([...argv, '--url', url]);
    printed.push(out, err);
  }
  await gatherSecrets(key);
}, 300_000);

async function gatherSecrets(key: string): Promise<void> {
  const own = await shop.secrets();
  const master = await openMaster(new Uint8Array(await readFile(shop.file('secret.json'))), PASSPHRASE);
  addSecret('the master secret', master);
  for (const [at, line] of recoveryLines(master).entries())
    secrets.set(`line ${at + 1} of the form`, line.slice(3));
  addSecret('the register key', own.registerKey);
  for (const product of ['tags', 'suite', 'pro']) {
    for (const month of ['2099-12', '2028-11', '2027-11', '2027-01', '2026-03']) {
      addSecret(`key of ${product} for ${month}`, own.productKey(product, month));
    }
  }
  const { releases } = JSON.parse(
    await readFile(shop.file('checkout/dist/index/extensions/tags-pro.json'), 'utf8'),
  ) as ExtensionDocument;
  for (const build of releases.flatMap(({ builds }) => builds)) {
    addSecret(`content key of ${build.file}`, await recoverContentKey(build, own));
  }
  secrets.set('the licence key', key.slice(-23));
  secrets.set('the licence key without dashes', key.slice(-23).replaceAll('-', ''));
  secrets.set('the password of its record', (await recordAccess(key)).password);
  secrets.set('the passphrase', PASSPHRASE);
  secrets.set('the note', 'order 17');
  const [, line = ''] = (await readFile(shop.file('keys.csv'), 'utf8')).split('\r\n');
  secrets.set('a key of the batch', line.split(';')[0]?.slice(-23) ?? '');
  secrets.set('the open file', clear.subarray(2000, 2100).toString('latin1'));
}

afterAll(() => shop.leave());

test('there is something to look for, and it is found where it belongs', async () => {
  expect(secrets.size).toBeGreaterThan(60);
  expect([...secrets.values()].filter((value) => value.length < 8)).toEqual([]);
  const license = await readFile(shop.file('client/license.json'), 'latin1');
  const payload = Buffer.from(/"payload": "([^"]+)"/.exec(license)?.[1] ?? '', 'base64').toString('latin1');
  expect(payload).toContain(secrets.get('key of tags for 2028-11, base64'));
});

test('no secret stands in the checkout, in what is published or in what a client remembers', async () => {
  const found: string[] = [];
  for (const file of await listFiles(shop.folder)) {
    if (MADE_FOR_IT.test(file)) continue;
    const text = await readFile(path.join(shop.folder, file), 'latin1');
    for (const [name, value] of secrets) if (text.includes(value)) found.push(`${name} in ${file}`);
  }
  expect(found).toEqual([]);
});

test('no secret was printed', () => {
  const text = printed.join('\n');
  const found = [...secrets].filter(([, value]) => text.includes(value)).map(([name]) => name);
  // His own note is shown to the vendor who wrote it.
  expect(found).toEqual(['the note']);
});

test('no temporary file was left', async () => {
  const files = await listFiles(shop.folder);
  expect(files.filter((file) => /\.(tmp|part|old|new)$/.test(file))).toEqual([]);
});

test('the vendor’s copies are not published, the records are', async () => {
  const published = await listFiles(shop.file('checkout/dist/licenses'));
  const kept = await listFiles(shop.file('checkout/releases/licenses'));
  expect(published).toEqual(kept.filter((file) => file.endsWith('.zip')));
  expect(published).toHaveLength(2);
});

test('files that hold secrets can be read by their owner only', async () => {
  for (const file of ['keys.csv', 'form.txt', 'client/license.json']) {
    expect((await stat(shop.file(file))).mode & 0o077, file).toBe(0);
  }
});

test('what the machine has no word for does not print a secret either', async () => {
  const secret = secrets.get('the licence key') ?? '';
  const outcome = await commandLine(['client', 'list', '--license', `X-${secret}`], {
    environment: { VYPUSK_LANG: 'en' },
  });
  expect(outcome.out + outcome.err).not.toContain(secret);
});
