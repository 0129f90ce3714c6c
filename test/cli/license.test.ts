import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../scripts/disk/files.ts';
import { verifyEnvelope } from '../../scripts/license/envelope.ts';
import { archiveOf } from '../license/archives.ts';
import { testVendor } from '../licensing/vendor.ts';
import { licenseFiles } from '../../scripts/licensing/license-files.ts';
import { exists, PASSPHRASE, seller, succeed, type Seller } from './seller.ts';

const LICENSE_JSON = { name: 'license.json', bytes: new TextEncoder().encode('{}') };

let shop: Seller;
beforeAll(async () => {
  shop = await seller();
}, 120_000);
afterAll(() => shop.leave());

const license = (...argv: readonly string[]) => shop.sell(['license', ...argv]);

/** What a command with `--json` gave. */
async function json(...argv: readonly string[]): Promise<Record<string, unknown>> {
  const { out } = await succeed(license(...argv, '--json'));
  return JSON.parse(out) as Record<string, unknown>;
}

test.each([
  [
    ['issue', '--licensee', 'x', '--product', 'tags', '--perpetual', '--secrets', 'none.json'],
    'there is no secret in',
  ],
  [['issue', '--licensee', 'x', '--perpetual'], '--product'],
  [['issue', '--licensee', 'x', '--product', 'tag', '--perpetual'], '(tags)'],
  [['issue', '--licensee', 'x', '--product', 'tags'], 'exactly one of'],
  [['issue', '--licensee', 'x', '--product', 'tags', '--until', '2027-11', '--trial', '5'], 'exactly one of'],
  [['issue', '--licensee', 'x', '--product', 'tags', '--until', 'soon'], 'a month like'],
  [['issue', '--licensee', 'a\u001b[31mb', '--product', 'tags', '--perpetual'], '--licensee'],
  [['issue', '--licensee', '  ', '--product', 'tags', '--perpetual'], '--licensee'],
  [['list', '--expiring', 'soon'], '--expiring'],
  [['list', '--status', 'gone'], '--status'],
])('wrong use: %j', async (argv, says) => {
  const { code, out, err } = await license(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
});

describe('one licence', () => {
  let id = '';
  beforeAll(async () => {
    ({ id } = await shop.issue(['--product', 'tags', '--until', '2027-11', '--note', 'заказ 17']));
  });

  test('is found by its number, the beginning of it, and its key', async () => {
    const { key } = await json('show', id);
    expect(await json('show', id.slice(0, 6))).toMatchObject({ id, note: 'заказ 17' });
    expect(await json('show', id.slice(0, 4).toUpperCase())).toMatchObject({ id });
    expect(await json('show', String(key).toLowerCase())).toMatchObject({ id });
  });

  test.each([
    ['ffffffffffff', 'license-not-found'],
    ['ff', 'license-not-found'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD4', 'license-not-found'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD5', 'license-key-mistyped'],
  ])('%s: %s', async (name, code) => {
    const { err } = await license('show', name);
    expect(err.split(':')[0]).toBe(code);
    expect(err).not.toContain('C4FVH');
  });

  test('is extended, upgraded, revoked and restored; every change is the next revision', async () => {
    expect(await json('extend', id, '--until', '2028-11')).toMatchObject({ revision: 2 });
    expect(await json('upgrade', id, '--product', 'suite')).toMatchObject({
      revision: 3,
      products: [
        { id: 'tags', updatesUntil: '2028-11' },
        { id: 'suite', updatesUntil: '2028-11' },
      ],
    });
    expect(await json('upgrade', id, '--product', 'other', '--replaces', 'suite').catch(String)).toContain(
      'suite',
    );
    expect(await json('extend', id, '--product', 'suite', '--perpetual')).toMatchObject({
      revision: 4,
      products: [{ updatesUntil: '2028-11' }, { id: 'suite', updatesUntil: '2099-12' }],
    });
    expect(await json('revoke', id)).toMatchObject({ revision: 5, status: 'revoked' });
    expect((await succeed(license('export', id, '--out', '../revoked.json'))).out).toContain('opens nothing');
    const { code, err } = await license('extend', id, '--perpetual');
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'license-already-revoked' });
    expect(await json('revoke', id, '--undo')).toMatchObject({ revision: 6, status: 'active' });
  });

  test('is not upgraded to a last day without a month: half of the terms is not passed over', async () => {
    const upgrade = [
      'upgrade',
      id,
      '--product',
      'suite',
      '--replaces',
      'suite',
      '--valid-until',
      '2027-05-01',
    ];
    const { code, err } = await license(...upgrade);
    expect({ code, says: err.includes('exactly one of') }).toEqual({ code: 2, says: true });
    expect(await json(...upgrade, '--perpetual')).toMatchObject({
      products: [{ id: 'tags' }, { id: 'suite', updatesUntil: '2099-12', validUntil: '2027-05-01' }],
    });
  });

  test('whose record anybody could open stops a check and a build', async () => {
    const record = shop.file(`checkout/releases/licenses/${id.slice(0, 2)}`);
    const [name = ''] = (await readdir(record)).filter(
      (file) => file.startsWith(id) && file.endsWith('.zip'),
    );
    const before = await readFile(path.join(record, name));
    await writeFile(path.join(record, name), await archiveOf({ ...LICENSE_JSON, options: {} }));
    const [checked, built] = [await shop.sell(['check']), await shop.build()];
    await writeFile(path.join(record, name), before);
    for (const { code, out, err } of [checked, built]) {
      expect({ code, says: (out + err).includes('license-record-open') }).toEqual({ code: 1, says: true });
    }
  });

  test('is told to be committed and published', async () => {
    const { out } = await succeed(license('extend', id, '--until', '2029-01'));
    expect(out).toMatch(/commit releases\/licenses and publish/);
  });

  test('goes into a file that only a program with the vendor’s key believes', async () => {
    await rm(shop.file('license.json'), { force: true });
    await succeed(license('export', id, '--out', '../license.json'));
    const { keyid, public: half } = await shop.secrets();
    const file = new Uint8Array(await readFile(shop.file('license.json')));
    expect(verifyEnvelope(file, { keys: [{ keyid, keytype: 'ed25519', public: half }] }).id).toBe(id);
  });
});

describe('the list', () => {
  beforeAll(async () => {
    await rm(shop.file('checkout/releases/licenses'), { recursive: true, force: true });
    for (const [licensee, ...terms] of [
      ['Сегодня', '--until', '2026-11'],
      ['Скоро', '--until', '2026-12'],
      ['Нескоро', '--until', '2027-11'],
      ['Навсегда', '--perpetual'],
      ['Проба', '--trial', '5'],
      ['Было', '--until', '2026-10'],
    ] as const) {
      await succeed(license('issue', '--product', 'tags', '--licensee', licensee, ...terms));
    }
    const { out } = await succeed(
      license('issue', '--product', 'suite', '--licensee', 'Отозвано', '--trial', '5', '--json'),
    );
    await succeed(license('revoke', (JSON.parse(out) as { id: string }).id));
  }, 120_000);

  const names = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const { out } = await succeed(license('list', '--json', ...argv));
    return (JSON.parse(out) as { licensee: string }[]).map(({ licensee }) => licensee);
  };

  test.each<[readonly string[], readonly string[], string]>([
    [['--expiring', '30d'], ['Проба', 'Сегодня'], 'within thirty days, the first end first'],
    [['--expiring', '45d'], ['Проба', 'Сегодня', 'Скоро'], 'within forty-five'],
    [['--expiring', '3d'], [], 'within three'],
    [['--status', 'revoked'], ['Отозвано'], 'revoked'],
    [['--product', 'suite', '--status', 'active'], [], 'of one product'],
  ])('%j → %j — %s', async (argv, expected) => {
    expect(await names(...argv)).toEqual(expected);
  });

  test('shows keys only when it is asked to', async () => {
    for (const format of ['--json', '--csv']) {
      expect((await license('list', format)).out).not.toMatch(/ROMASHKA-/);
      expect((await license('list', format, '--keys')).out.match(/ROMASHKA-/g)).toHaveLength(7);
    }
    expect((await license('list')).out.match(/^[0-9a-f]{16} {2}/gm)).toHaveLength(7);
  });

  test('passes over the copies of another vendor, and says so', async () => {
    const other = await testVendor('OTHER');
    const entry = await other.issue({ licensee: 'x', products: [] });
    for (const { path: file, bytes } of await licenseFiles(entry, other)) {
      await mkdir(path.dirname(shop.file(`checkout/releases/${file}`)), { recursive: true });
      await writeFile(shop.file(`checkout/releases/${file}`), bytes);
    }
    const { code, err } = await license('list');
    expect({ code, says: err.includes('Not opened by this secret: 1') }).toEqual({ code: 0, says: true });
  });
});

describe('a table of customers', () => {
  const table = async (text: string | Uint8Array): Promise<string> => {
    await writeFile(shop.file('table.csv'), text);
    await rm(shop.file('keys.csv'), { force: true });
    return '../table.csv';
  };

  test('is refused whole, with every line that is wrong', async () => {
    const before = await listFiles(shop.file('checkout/releases'));
    const name = await table(
      'licensee;products;until\nA;tags;2027-01\nB;tag;2027-01\n;tags;2027-01\nC;tags;\n',
    );
    const { code, out, err } = await license('import', name, '--out', '../keys.csv');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.match(/table\.csv:\d+/g)).toEqual(['table.csv:3', 'table.csv:4', 'table.csv:5']);
    expect(await listFiles(shop.file('checkout/releases'))).toEqual(before);
    expect(await exists(shop.file('keys.csv'))).toBe(false);
  });

  test('gives a key for every line, in the order of the table, also from an old spreadsheet', async () => {
    const letters = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
    const encode = (text: string): Uint8Array =>
      Uint8Array.from(text, (letter) =>
        letters.includes(letter) ? 0xc0 + letters.indexOf(letter) : letter.charCodeAt(0),
      );
    const name = await table(
      encode('licensee;products;until\r\nООО Пион;tags suite;2027-01\r\nИП Роза;tags;perpetual\r\n'),
    );
    const { out } = await succeed(license('import', name, '--out', '../keys.csv'));
    expect(out).toContain('Issued 2 licences');
    const [, first = '', second = ''] = (await readFile(shop.file('keys.csv'), 'utf8')).split('\r\n');
    expect(first).toMatch(/^ROMASHKA-[^;]+;[0-9a-f]{16};ООО Пион;active;tags suite;2027-01 2027-01;/);
    expect(second).toMatch(/^ROMASHKA-[^;]+;[0-9a-f]{16};ИП Роза;active;tags;2099-12;/);
    expect(await json('show', first.split(';')[0] ?? '')).toMatchObject({ licensee: 'ООО Пион' });
  });

  test('never overwrites keys that were issued', async () => {
    await succeed(
      license('import', await table('licensee;products;until\nA;tags;2027-01\n'), '--out', '../keys.csv'),
    );
    const before = await readFile(shop.file('keys.csv'), 'utf8');
    const { code } = await license('import', '../table.csv', '--out', '../keys.csv');
    expect(code).toBe(2);
    expect(await readFile(shop.file('keys.csv'), 'utf8')).toBe(before);
  });
});

describe('products and files', () => {
  const releaseFile = (name: string): string => shop.file(`checkout/releases/extensions/tags-pro/${name}`);

  beforeAll(async () => {
    await shop.release('1.0', '2026-03-10', ['tags']);
    await shop.release('2.0', '2026-10-10', []);
  }, 120_000);

  test.each([
    [['add', 'TAGS', '--title', 'x'], 'is no id'],
    [['add', 'tags', '--title', 'x'], 'already'],
    [['grant', 'tags', '--extension', 'none'], 'no extension'],
    [['grant', 'tags', '--extension', 'crm-connector'], 'not paid'],
    [['grant', 'tags', '--extension', 'tags-pro', '--version', '9.9'], 'no release'],
    [['grant', 'nothing', '--extension', 'tags-pro'], 'has no product'],
  ])('wrong use: product %j', async (argv, says) => {
    const { code, err } = await shop.sell(['product', ...argv]);
    expect({ code, says: err.includes(says) }).toEqual({ code: 2, says: true });
  });

  test('a paid extension is made, and later releases are protected without being told', async () => {
    const manifest = await readFile(releaseFile('extension.yaml'), 'utf8');
    expect(manifest).toMatch(/price: paid\nproducts: \[tags\]/);
    for (const version of ['1.0', '2.0']) {
      const files = await listFiles(releaseFile(version));
      expect(files.filter((file) => file.includes('.cfe'))).toEqual([
        'tags.cfe.zip',
        'tags.cfe.zip.passport.json',
      ]);
    }
    expect(await readFile(releaseFile('2.0/release.yaml'), 'utf8')).toMatch(/month: 2026-10/);
  });

  test('the tree passes every check, and a file that is not encrypted does not', async () => {
    expect((await shop.sell(['check'])).code).toBe(0);
    const archive = releaseFile('2.0/tags.cfe.zip');
    const before = await readFile(archive);
    await writeFile(archive, await readFile(shop.file('files/tags.cfe')));
    const { code, out, err } = await shop.sell(['check']);
    await writeFile(archive, before);
    expect(code).toBe(1);
    expect(out + err).toContain('file-not-protected');
  });

  test('the same file is not added twice', async () => {
    const { out } = await succeed(shop.sell(['add', '../files/tags.cfe']));
    expect(out).toContain('added before');
  });

  test('an open file that lies among the releases is refused', async () => {
    const inside = releaseFile('3.0/tags.cfe');
    await mkdir(path.dirname(inside), { recursive: true });
    await writeFile(inside, await readFile(shop.file('files/tags.cfe')));
    await rm(releaseFile('2.0'), { recursive: true });
    const { code, err } = await shop.sell(['add', inside]);
    await rm(path.dirname(inside), { recursive: true });
    expect({ code, says: err.includes('would enter git in the clear') }).toEqual({ code: 2, says: true });
    await shop.release('2.0', '2026-10-10', []);
  });

  test('a product that does not open the extension is refused, with the way to give it', async () => {
    const { code, err } = await shop.sell(['add', '../files/tags.cfe', '--product', 'suite']);
    expect({ code, says: err.includes('vypusk product grant suite --extension tags-pro') }).toEqual({
      code: 2,
      says: true,
    });
  });

  test('a release is given to another product later: manifests change, files do not', async () => {
    const archive = await readFile(releaseFile('1.0/tags.cfe.zip'));
    const { out } = await succeed(
      shop.sell(['product', 'grant', 'suite', '--extension', 'tags-pro', '--version', '1.0']),
    );
    expect(out).toContain('1 files were given');
    expect(Buffer.compare(await readFile(releaseFile('1.0/tags.cfe.zip')), archive)).toBe(0);
    expect(await readFile(releaseFile('1.0/release.yaml'), 'utf8')).toMatch(/product: suite, month: 2026-03/);
    expect(await readFile(releaseFile('2.0/release.yaml'), 'utf8')).not.toContain('suite');
    expect(await readFile(releaseFile('extension.yaml'), 'utf8')).toContain('products: [tags, suite]');
    expect((await shop.sell(['check'])).code).toBe(0);
    const again = await succeed(
      shop.sell(['product', 'grant', 'suite', '--extension', 'tags-pro', '--version', '1.0']),
    );
    expect(again.out).toContain('already');
  });

  test('the given release opens for the product, the other one stays shut', async () => {
    const { key } = await shop.issue(['--product', 'suite', '--perpetual']);
    await succeed(shop.build());
    const { url } = await shop.serve('checkout/dist');
    const get = (version: string) =>
      shop.client(['get', '--url', url, '--extension', 'tags-pro', '--license', key, '--version', version]);
    expect((await get('1.0')).code).toBe(0);
    expect((await get('2.0')).err).toContain('does not open this extension');
  });

  test('a passphrase may come from a file, and a wrong one opens nothing', async () => {
    await writeFile(shop.file('pass.txt'), `${PASSPHRASE}\n`);
    expect((await license('list', '--passphrase-file', '../pass.txt')).code).toBe(0);
    await writeFile(shop.file('pass.txt'), 'wrong\n');
    expect((await license('list', '--passphrase-file', '../pass.txt')).err).toContain('passphrase-wrong');
  });
});

describe('another secret takes the place of one that may be known', () => {
  const FROM = ['--from', '../secret.json', '--from-passphrase-file', '../old-words.txt'];
  const NEW = ['--secrets', '../new.json', '--passphrase-file', '../new-words.txt'];
  let before: { readonly key: string; readonly id: string };
  beforeAll(async () => {
    await rm(shop.file('checkout/releases/licenses'), { recursive: true, force: true });
    before = await shop.issue(['--product', 'tags', '--until', '2027-11']);
    await writeFile(shop.file('new-words.txt'), 'other words\n');
    await writeFile(shop.file('old-words.txt'), `${PASSPHRASE}\n`);
    await succeed(license('init', '--another', ...NEW));
    const { err } = await license('rotate', '--from', '../secret.json', ...NEW);
    expect(err).toContain('passphrase-wrong');
    await succeed(license('rotate', ...FROM, ...NEW));
    await succeed(shop.build());
  }, 120_000);

  test('customers keep their keys, and every file opens', async () => {
    const { url } = await shop.serve('checkout/dist');
    for (const version of ['1.0', '2.0']) {
      const argv = ['--url', url, '--extension', 'tags-pro', '--license', before.key, '--version', version];
      expect((await shop.client(['get', ...argv])).err).toBe('');
    }
  });

  test('the new secret does not take its own place: its key would be dropped', async () => {
    const manifest = await readFile(shop.file('checkout/releases/licensing.yaml'), 'utf8');
    const { code, err } = await license('rotate', '--from', '../new.json', ...NEW);
    expect({ code, says: err.includes('are one secret') }).toEqual({ code: 2, says: true });
    expect(await readFile(shop.file('checkout/releases/licensing.yaml'), 'utf8')).toBe(manifest);
  });

  test('the former secret can neither read nor sell any more', async () => {
    const { code, err } = await license('issue', '--licensee', 'x', '--product', 'tags', '--perpetual');
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'licensing-secret-foreign' });
  });

  test('the new one reads every licence, each at its next revision', async () => {
    expect(await json('show', before.id, ...NEW)).toMatchObject({
      key: before.key,
      revision: 2,
    });
  });

  test('doing it again changes nothing', async () => {
    const manifest = shop.file('checkout/releases/extensions/tags-pro/1.0/release.yaml');
    const text = await readFile(manifest, 'utf8');
    const again = await json('rotate', ...FROM, ...NEW);
    expect(again).toEqual({ licenses: 0, files: 0 });
    expect(await readFile(manifest, 'utf8')).toBe(text);
  });
});
