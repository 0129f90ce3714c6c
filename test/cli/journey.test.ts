import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Updater } from 'tuf-js';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdir } from 'node:fs/promises';
import type { Outcome } from './command-line.ts';
import { NOW, vendor, type Vendor } from './vendor.ts';

const INFOBASE = [
  ...['--configuration', 'БухгалтерияПредприятия', '--configuration-version', '3.0.171.9'],
  ...['--platform', '8.3.24.1761', '--ssl', '3.1.9.102', '--now', NOW],
];

/** The later of two options wins: an infobase that the beta release is made for. */
const NEWER = ['--configuration-version', '3.0.200.1'];

/** Changes one bit near the end, where a file still looks whole. */
function withFlippedBit(bytes: Buffer): Buffer {
  const at = bytes.length - 40;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}

let shop: Vendor;
let client: readonly string[];

beforeAll(async () => {
  shop = await vendor();
  await shop.run(['keys', 'init', '--keys', 'keys', '--now', NOW]);
  await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW]);
  const { url } = await shop.serve('dist');
  client = ['--url', url, '--trust', 'releases/trust/1.root.json', '--state', 'state'];
});

afterAll(() => shop.leave());

describe('from manifests to a client that trusts the root alone', () => {
  test('private halves can be read by their owner only', async () => {
    const { mode } = await stat(path.join(shop.folder, 'keys', 'root.key.json'));
    expect(mode & 0o077).toBe(0);
  });

  test('keys and roots are never overwritten', async () => {
    const { code, err } = await shop.run(['keys', 'init', '--keys', 'keys', '--now', NOW]);
    expect({ code, says: err.includes('exists already') }).toEqual({ code: 2, says: true });
  });

  test('the same input and moment give the same bytes, in any folder', async () => {
    const again = await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW, '--out', 'second']);
    expect(again.code).toBe(0);
    expect(await shop.read('second')).toEqual(await shop.read('dist'));
  });

  test('and the same bytes again over what it published itself', async () => {
    const before = await shop.read('second');
    const again = await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW, '--out', 'second']);
    expect(again.code).toBe(0);
    expect(await shop.read('second')).toEqual(before);
  });

  test('a wrong passphrase builds nothing', async () => {
    const world = { environment: { VYPUSK_LANG: 'en', VYPUSK_PASSPHRASE: 'wrong' } };
    const { code, err } = await shop.run(['build', '--keys', 'keys', '--no-site', '--out', 'third'], world);
    expect({ code, err: err.split(':')[0] }).toEqual({ code: 1, err: 'passphrase-wrong' });
    await expect(stat(path.join(shop.folder, 'third'))).rejects.toThrow();
  });

  test('the first check refreshes everything, the second asks one small question', async () => {
    const first = await shop.run(['client', 'check', ...client, '--now', NOW, '--json']);
    const second = await shop.run(['client', 'check', ...client, '--now', NOW, '--json']);
    expect(JSON.parse(first.out)).toMatchObject({
      kind: 'refresh-needed',
      refreshed: { versions: { root: 1 } },
    });
    expect(JSON.parse(second.out)).toMatchObject({
      kind: 'current',
      source: 'unchanged',
      timestamp: { hints: { 'crm-connector': { latest: { stable: '1.2.1.1' } } } },
    });
  });

  test.each<[readonly string[], object, string]>([
    [[], { status: 'install', version: '1.2.1.1' }, 'a fresh infobase needs no step'],
    [['--installed', 'РомашкаCRM=1.0.0.4'], { status: 'update', version: '1.1.0.12' }, 'a step on the way'],
    [
      ['--installed', 'РомашкаCRM=1.2.0.3'],
      { status: 'update', version: '1.2.1.1' },
      'the withdrawn version goes',
    ],
    [['--installed', 'РомашкаCRM=1.2.1.1'], { status: 'current', installed: '1.2.1.1' }, 'nothing newer'],
    [['--channel', 'beta', ...NEWER], { status: 'install', version: '2.0.0-beta.1' }, 'beta is asked for'],
    [
      NEWER,
      { status: 'unavailable', version: '1.2.1.1' },
      'it is not, and the stable one was not tested so far',
    ],
  ])('client list %j: %j — %s', async (options, offer) => {
    const { code, out } = await shop.run(['client', 'list', ...client, ...INFOBASE, ...options, '--json']);
    const { offers } = JSON.parse(out) as { offers: { id: string }[] };
    expect(code).toBe(0);
    expect(offers.find(({ id }) => id === 'crm-connector')).toMatchObject(offer);
  });

  test('a configuration that nothing is made for gets the nearest', async () => {
    const other = INFOBASE.map((word) =>
      word === 'БухгалтерияПредприятия' ? 'ЗарплатаИУправлениеПерсоналом' : word,
    );
    const { out } = await shop.run(['client', 'list', ...client, ...other, '--json']);
    const { offers, nearest } = JSON.parse(out) as {
      offers: unknown[];
      nearest: { id: string; adopts?: string[] }[];
    };
    expect({ offers, nearest: nearest.map(({ id }) => id) }).toEqual({
      offers: [],
      nearest: ['price-tags', 'crm-connector'],
    });
    expect(nearest[1]).toMatchObject({ file: 'crm-bp.cfe', version: '1.2.1.1' });
    expect(nearest[1]?.adopts).toContain('Catalog.Контрагенты');
    expect(nearest[1]?.adopts).toContain('Document.РеализацияТоваровУслуг');
    const { out: told } = await shop.run(['client', 'list', ...client, ...other]);
    expect(told).toContain('vypusk client get --adapt --extension crm-connector');
    expect(told).toContain('adopts: Catalog.Контрагенты, Document.РеализацияТоваровУслуг');
  });

  test('client get --adapt gives the file of the nearest configuration, never a withdrawn one', async () => {
    const other = INFOBASE.map((word) => (word === 'БухгалтерияПредприятия' ? 'Розница' : word));
    const get = [
      'client',
      'get',
      ...client,
      ...other,
      '--extension',
      'crm-connector',
      '--out',
      'adapted.cfe',
    ];
    expect((await shop.run(get)).code).toBe(1);
    expect((await shop.run([...get, '--adapt', '--version', '1.2.0.3'])).err).toContain('nothing-to-adapt');
    expect((await shop.run([...get, '--adapt'])).code).toBe(0);
    const folder = path.join(shop.folder, 'releases/extensions/crm-connector/1.2.1.1');
    const got = await readFile(path.join(shop.folder, 'adapted.cfe'));
    const files = await Promise.all(
      ['crm-bp.cfe', 'crm-ut.cfe'].map((file) => readFile(path.join(folder, file))),
    );
    expect(files.some((file) => file.equals(got))).toBe(true);
  });

  test('a module in the way is said in words and in codes', async () => {
    const list = ['client', 'list', ...client, ...INFOBASE, '--installed', 'ОбменСCRM=2.0'];
    const { offers } = JSON.parse((await shop.run([...list, '--json'])).out) as {
      offers: { id: string; status: string; reasons: { code: string; args: object }[] }[];
    };
    const offer = offers.find(({ id }) => id === 'crm-connector');
    expect(offer).toMatchObject({
      status: 'unavailable',
      reasons: [{ code: 'conflict', args: { name: 'ОбменСCRM', action: 'refuse' } }],
    });
    const left = ['--present', 'РегистрСведений.CRM_НастройкиОбмена'];
    const warned = await shop.run(['client', 'list', ...client, ...INFOBASE, ...left]);
    expect(warned.out).toContain('Settings of a former exchange are still there');
  });

  test('client get writes the very file that the vendor added, and goes on where a download was cut', async () => {
    const original = await readFile(
      path.join(shop.folder, 'releases/extensions/price-tags/1.0.1.5/price-tags.cfe'),
    );
    await writeFile(path.join(shop.folder, 'got.cfe.part'), original.subarray(0, 100));
    const argv = ['client', 'get', ...client, ...INFOBASE, '--extension', 'price-tags', '--out', 'got.cfe'];
    expect((await shop.run(argv)).code).toBe(0);
    expect((await readFile(path.join(shop.folder, 'got.cfe'))).equals(original)).toBe(true);
    await expect(stat(path.join(shop.folder, 'got.cfe.part'))).rejects.toThrow();
  });

  test.each([
    [['--extension', 'no-such'], 'extension-unknown', 'an unknown extension'],
    [['--extension', 'crm-connector', '--version', '9.9'], 'release-unknown', 'an unknown release'],
    [
      ['--extension', 'crm-connector', '--version', '1.2.0.3'],
      'release-withdrawn',
      'a withdrawn release is not handed out',
    ],
  ])('client get %j ends with 1 and %s — %s', async (options, refusal) => {
    const { code, err } = await shop.run([
      'client',
      'get',
      ...client,
      ...INFOBASE,
      ...options,
      '--out',
      'nothing.cfe',
    ]);
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal });
    await expect(stat(path.join(shop.folder, 'nothing.cfe'))).rejects.toThrow();
  });

  test('two clients of one state folder: the one with the older answer does not undo the newer', async () => {
    const older = ['--out', 'older', '--previous', 'dist', '--now', '2026-11-20T13:00:00Z'];
    const newer = ['--out', 'newer', '--previous', 'older', '--now', '2026-11-20T14:00:00Z'];
    for (const place of [older, newer]) await shop.run(['build', '--keys', 'keys', '--no-site', ...place]);
    const checkAt = async (folder: string, fetch = globalThis.fetch): Promise<Outcome> => {
      const { url } = await shop.serve(folder);
      const place = ['--url', url, '--trust', 'releases/trust/1.root.json', '--state', 'shared'];
      return shop.run(['client', 'check', ...place, '--now', '2026-11-20T14:00:00Z'], { fetch });
    };
    let second: Promise<Outcome> | undefined;
    const slow: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (input instanceof URL && input.pathname.endsWith('timestamp.json'))
        await Promise.race([(second ??= checkAt('newer')), sleep(500)]);
      return answer;
    };
    await checkAt('older', slow);
    expect((await second)?.code).toBe(0);
    const kept = await readFile(path.join(shop.folder, 'shared/timestamp.json'));
    const newest = await readFile(path.join(shop.folder, 'newer/metadata/timestamp.json'));
    expect(kept.equals(newest)).toBe(true);
  });

  test('an independent client (tuf-js) refreshes and downloads a document with a Cyrillic name', async () => {
    const [, url = ''] = client;
    const metadataDir = path.join(shop.folder, 'tuf-js');
    const targetDir = path.join(shop.folder, 'tuf-js-targets');
    await mkdir(metadataDir);
    await mkdir(targetDir);
    await writeFile(
      path.join(metadataDir, 'root.json'),
      await readFile(path.join(shop.folder, 'releases/trust/1.root.json')),
    );
    const updater = new Updater({
      metadataDir,
      targetDir,
      metadataBaseUrl: `${url}metadata`,
      targetBaseUrl: `${url}targets`,
    });
    await updater.refresh();
    const info = await updater.getTargetInfo('configurations/БухгалтерияПредприятия.json');
    const file = await updater.downloadTarget(
      info ?? expect.fail('the document is not listed'),
      path.join(targetDir, 'document.json'),
    );
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      type: 'configuration',
      formatVersion: 1,
    });
  });
});

describe('an edge of a CDN that lags behind', () => {
  test('is silence: what is trusted already still answers', async () => {
    const { url: edge } = await shop.serve('dist');
    await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW, '--out', 'newer']);
    const later = '2026-11-20T18:00:00Z';
    await shop.run(['build', '--keys', 'keys', '--no-site', '--now', later, '--out', 'newer']);
    const { url } = await shop.serve('newer');
    const rest = ['--trust', 'releases/trust/1.root.json', '--state', 'state-edge', '--now', later];
    const infobase = INFOBASE.slice(0, -2);
    const fresh = await shop.run(['client', 'list', '--url', url, ...rest, ...infobase, '--json']);
    const stale = await shop.run(['client', 'list', '--url', edge, ...rest, ...infobase, '--json']);
    expect({ code: stale.code, out: stale.out }).toEqual({ code: 0, out: fresh.out });
  });
});

describe('what a client refuses', () => {
  test.each([
    ['files/price-tags/1.0.1.5/price-tags.cfe', 'hash-mismatch', 'a file changed on the host'],
    ['metadata/1.targets.json', 'hash-mismatch', 'metadata changed on the host'],
  ])('%s: %s — %s', async (file, refusal) => {
    await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW, '--out', 'tampered']);
    const target = path.join(shop.folder, 'tampered', file);
    const bytes = await readFile(target);
    await writeFile(target, withFlippedBit(bytes));
    const { url } = await shop.serve('tampered');
    const place = [
      '--url',
      url,
      '--trust',
      'releases/trust/1.root.json',
      '--state',
      `state-${refusal}-${file.length}`,
    ];
    const argv = ['client', 'get', ...place, ...INFOBASE, '--extension', 'price-tags', '--out', 'evil.cfe'];
    const { code, err } = await shop.run(argv);
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal });
    await expect(stat(path.join(shop.folder, 'evil.cfe'))).rejects.toThrow();
  });

  test('an expired timestamp stops everything new and names itself', async () => {
    const [, url = '', ...rest] = client;
    const later = ['--url', url, ...rest.slice(0, -1), 'state-later', '--now', '2026-12-20T12:00:00Z'];
    const { code, err } = await shop.run(['client', 'check', ...later]);
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'expired' });
  });
});
