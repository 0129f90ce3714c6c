import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publishedSchemas } from '../../scripts/catalog/published-schemas.ts';
import type { Statistics } from '../../scripts/model/statistics.ts';
import type { Outcome } from './command-line.ts';
import { vendor, type Vendor } from './vendor.ts';

let shop: Vendor;
let size = 0;

const FILE = 'price-tags/1.0.1.5/price-tags.cfe';

beforeEach(async () => {
  shop = await vendor();
  ({ size } = await stat(path.join(shop.folder, 'releases/extensions', FILE)));
});

afterEach(() => shop.leave());

const line = (day: string, client: string, bytes = size): string =>
  `${client} - - [${day}/Nov/2026:10:00:00 +0000] "GET /files/${FILE} HTTP/1.1" 200 ${bytes} "-" "1C"\n`;

async function count(log: string | Uint8Array, argv: readonly string[] = []): Promise<Outcome> {
  const name = typeof log === 'string' ? 'access.log' : 'access.log.gz';
  await writeFile(path.join(shop.folder, name), log);
  return shop.run(['statistics', 'logs', name, '--now', '2026-11-21', ...argv]);
}

const kept = async (): Promise<Statistics> =>
  JSON.parse(await readFile(path.join(shop.folder, 'releases/statistics.json'), 'utf8')) as Statistics;

const total = async (): Promise<number | undefined> => (await kept()).extensions[0]?.total;

describe('statistics logs', () => {
  test('a log read twice counts once, a longer one adds what is new', async () => {
    const { code, out, err } = await count(line('19', '203.0.113.1') + line('19', '203.0.113.2'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Downloads: 2, counted through 2026-11-19.');
    const before = await readFile(path.join(shop.folder, 'releases/statistics.json'), 'utf8');
    expect((await count(line('19', '203.0.113.1') + line('19', '203.0.113.2'))).out).toContain(
      'No new days.',
    );
    expect(await readFile(path.join(shop.folder, 'releases/statistics.json'), 'utf8')).toBe(before);
    await count(line('19', '203.0.113.1') + line('20', '203.0.113.1') + line('21', '203.0.113.1'));
    expect(await total()).toBe(3);
    expect(before).not.toContain('203.0');
  });

  test('a packed log, a line without end, and rubbish between the lines', async () => {
    const rubbish = `${'x'.repeat(2_000_000)}\n\u0000\u0001\n`;
    const { out } = await count(gzipSync(line('19', '203.0.113.1') + rubbish + line('19', '203.0.113.2')));
    expect(out).toContain('Downloads: 2,');
    expect(out).toContain('not understood 2.');
  });

  test('two servers have days of their own', async () => {
    await count(line('19', '203.0.113.1'));
    await count(line('19', '203.0.113.9'), ['--source', 'mirror']);
    expect({ total: await total(), sources: (await kept()).sources.map(({ name }) => name) }).toEqual({
      total: 2,
      sources: ['log', 'mirror'],
    });
  });

  test('a file of somebody else in its place is not written over', async () => {
    await writeFile(path.join(shop.folder, 'releases/statistics.json'), '{"mine":true}');
    expect((await count(line('19', '203.0.113.1'))).code).toBe(2);
    expect((await shop.run(['check'])).out).toContain('statistics.json');
  });

  test('--dry-run writes nothing', async () => {
    expect((await count(line('19', '203.0.113.1'), ['--dry-run'])).out).toContain('Nothing was written');
    await expect(kept()).rejects.toThrow();
  });
});

test('statistics github adds what counters have grown by', async () => {
  const manifest = path.join(shop.folder, 'releases/extensions/price-tags/1.0.1.5/release.yaml');
  const sha256 = /sha256: (\w+)/.exec(await readFile(manifest, 'utf8'))?.[1] ?? '';
  let amount = 40;
  const server = createServer((_request, response) => {
    const asset = {
      id: 9,
      name: 'a.cfe',
      size: 1,
      browser_download_url: 'https://x.test/',
      download_count: amount,
      digest: `sha256:${sha256}`,
    };
    const release = {
      tag_name: 'v1',
      body: null,
      published_at: null,
      created_at: '2026-01-01',
      draft: false,
      prerelease: false,
      assets: [asset],
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify([release]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const environment = {
    VYPUSK_LANG: 'en',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_TOKEN: 't',
  };
  const run = (now: string): Promise<Outcome> =>
    shop.run(['statistics', 'github', 'o/r', '--now', now], { environment });
  expect((await run('2026-11-20')).code).toBe(0);
  amount = 45;
  await run('2026-11-21');
  await run('2026-11-21');
  await new Promise((resolve) => server.close(resolve));
  const [extension] = (await kept()).extensions;
  expect(extension).toMatchObject({
    id: 'price-tags',
    total: 45,
    days: [{ date: '2026-11-21', downloads: 5 }],
  });
});

test('what was counted is published as a signed document, and under its plain name', async () => {
  await count(line('19', '203.0.113.1'));
  await shop.run(['keys', 'init', '--keys', 'keys']);
  const built = await shop.run([
    'build',
    '--keys',
    'keys',
    '--out',
    'dist',
    '--no-site',
    '--now',
    '2026-11-21',
  ]);
  expect(built.code).toBe(0);
  const dist = await shop.read('dist');
  const plain = dist.get('index/statistics.json') ?? '';
  expect(JSON.parse(plain)).toEqual({
    type: 'statistics',
    formatVersion: 1,
    through: '2026-11-19',
    extensions: [
      {
        id: 'price-tags',
        total: 1,
        releases: [{ version: '1.0.1.5', downloads: 1 }],
        days: [{ date: '2026-11-19', downloads: 1 }],
      },
    ],
  });
  const schema = publishedSchemas().get('statistics') ?? {};
  expect(new Ajv2020({ strict: true }).validate(schema, JSON.parse(plain))).toBe(true);
  expect(dist.get('metadata/1.targets.json')).toContain('"statistics.json"');
  expect(
    [...dist].filter(([, text]) => text === plain).map(([file]) => file.replace(/[0-9a-f]{64}/, 'H')),
  ).toEqual(['index/statistics.json', 'targets/H.statistics.json']);
});
