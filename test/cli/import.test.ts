import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeExtension } from '../../scripts/cfe/index.ts';
import { fileName } from '../../scripts/cli/import/found-file.ts';
import { ACCOUNTING, crmConnector } from '../../scripts/demo/crm-connector.ts';
import type { Outcome } from './command-line.ts';
import { vendor, type Vendor } from './vendor.ts';

type Answer = Uint8Array | { readonly location: string } | { readonly json: unknown } | number;

let shop: Vendor;
let server: Server;
let other: Server;
let answers: Map<string, Answer>;
/** Path and authorization of every request: `host path token`. */
let asked: string[];

const TOKEN = 'secret-token';

async function listen(name: string): Promise<Server> {
  const made = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    asked.push(`${name} ${url.pathname} ${request.headers.authorization ?? '-'}`);
    const answer = answers.get(url.pathname) ?? 404;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else if (answer instanceof Uint8Array) response.writeHead(200).end(answer);
    else if ('location' in answer) response.writeHead(302, answer).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json));
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}

const addressOf = (one: Server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

const file = (version: string, comment = ''): Promise<Uint8Array> =>
  writeExtension({ ...crmConnector('1.1.0.12', ACCOUNTING), version, comment });

beforeEach(async () => {
  asked = [];
  answers = new Map();
  [server, other] = [await listen('api'), await listen('other')];
  shop = await vendor();
  await rm(path.join(shop.folder, 'releases/extensions'), { recursive: true });
});

afterEach(async () => {
  await Promise.all([server, other].map((one) => new Promise((resolve) => one.close(resolve))));
  await shop.leave();
});

const FOR_ACCOUNTING = [
  '--extension',
  'crm',
  '--configuration',
  'БухгалтерияПредприятия=>=3.0.140 <3.1',
  '--summary',
  'Связь',
];

const run = (argv: readonly string[]): Promise<Outcome> =>
  shop.run([...argv, ...FOR_ACCOUNTING], {
    environment: { VYPUSK_LANG: 'en', GITHUB_API_URL: addressOf(server), GITHUB_TOKEN: TOKEN },
  });

const read = (name: string): Promise<string> =>
  readFile(path.join(shop.folder, 'releases/extensions/crm', name), 'utf8');

interface Asset {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly size?: number;
  readonly digest?: string;
}

/** One release on GitHub with one file, which lies on another host as GitHub's do. */
function release(id: number, { bytes, name = 'crm.cfe', size, digest }: Asset, more: object = {}): object {
  answers.set(`/repos/o/r/releases/assets/${id}`, { location: `${addressOf(other)}/files/${id}` });
  answers.set(`/files/${id}`, bytes);
  const asset = {
    id,
    name,
    size: size ?? bytes.length,
    browser_download_url: 'https://x.test/',
    download_count: 3,
    digest: digest ?? `sha256:${sha256(bytes)}`,
  };
  return {
    tag_name: `v${id}`,
    body: '',
    published_at: '2024-05-06T10:00:00Z',
    created_at: '2024-05-01T10:00:00Z',
    draft: false,
    prerelease: false,
    assets: [asset],
    ...more,
  };
}

const listed = (...releases: readonly object[]): void =>
  void answers.set('/repos/o/r/releases', { json: releases });

describe('import releases', () => {
  test.each<[(bytes: Uint8Array) => Partial<Asset>, string, string]>([
    [() => ({ digest: `sha256:${'0'.repeat(64)}` }), 'sha256', 'another file than promised'],
    [(bytes) => ({ size: bytes.length + 1 }), 'came', 'shorter than promised'],
    [(bytes) => ({ size: bytes.length - 1 }), 'not taken', 'longer than promised: it is not read to its end'],
    [() => ({ size: 10 ** 12 }), 'too large', 'a terabyte is not even asked for'],
  ])('%# is told and left out: %s — %s', async (change, says) => {
    const [good, bad] = [await file('1.1'), await file('1.2')];
    listed(release(1, { bytes: good }), release(2, { bytes: bad, ...change(bad) }));
    const { code, err } = await run(['import', 'releases', 'o/r']);
    expect({ code, says: err.includes(says) }).toEqual({ code: 1, says: true });
    expect(await read('1.1/release.yaml')).toContain('date: 2024-05-06');
    await expect(read('1.2/release.yaml')).rejects.toThrow();
  });

  test.each<[string, string]>([
    ['file:///etc/passwd', 'a file of the machine'],
    ['data:text/plain,x', 'no server at all'],
    ['http://', 'no address'],
    ['/repos/o/r/releases/assets/1', 'in a circle'],
  ])('a redirect to %s is not followed — %s', async (location) => {
    listed(release(1, { bytes: await file('1.1') }));
    answers.set('/repos/o/r/releases/assets/1', { location });
    expect((await run(['import', 'releases', 'o/r'])).code).toBe(1);
    expect(asked.filter((line) => line.startsWith('other'))).toEqual([]);
    expect(asked.length).toBeLessThan(10);
  });

  test('the token goes to GitHub and not where it redirects to', async () => {
    listed(release(1, { bytes: await file('1.1') }));
    expect((await run(['import', 'releases', 'o/r'])).code).toBe(0);
    expect(asked.filter((line) => line.startsWith('api')).every((line) => line.includes(TOKEN))).toBe(true);
    expect(asked.filter((line) => line.startsWith('other'))).toEqual(['other /files/1 -']);
  });

  test('the body becomes notes, cleaned; a prerelease goes to beta; drafts and other files are left', async () => {
    const body = 'Исправлено <img src=x onerror=alert(1)>';
    listed(
      release(1, { bytes: await file('1.1') }, { body, prerelease: true }),
      release(2, { bytes: await file('1.2') }, { body: 'Fixes' }),
      release(3, { bytes: await file('1.3') }, { draft: true }),
      release(4, { bytes: await file('1.4'), name: 'source.zip' }),
    );
    expect(await run(['import', 'releases', 'o/r'])).toMatchObject({ code: 0, err: '' });
    expect(await read('1.1/release.yaml')).toContain('channel: beta');
    expect(await read('1.1/notes.ru.md')).toBe('Исправлено \\<img src=x onerror=alert(1)>\n');
    expect(await read('1.2/notes.en.md')).toBe('Fixes\n');
    await expect(read('1.3/release.yaml')).rejects.toThrow();
    expect((await shop.run(['check'])).out).not.toMatch(/ error notes-(?!missing)/);
  });

  test('a second time nothing is downloaded, and nothing changes', async () => {
    listed(release(1, { bytes: await file('1.1') }));
    await run(['import', 'releases', 'o/r']);
    const before = await shop.read('releases');
    asked.length = 0;
    expect((await run(['import', 'releases', 'o/r'])).out).toBe('There already: 1\n');
    expect(asked.map((line) => line.split(' ')[1])).toEqual(['/repos/o/r/releases']);
    expect(await shop.read('releases')).toEqual(before);
  });

  test('a vendor who forgot to raise the version: the other file is told and left out', async () => {
    listed(release(1, { bytes: await file('1.1') }), release(2, { bytes: await file('1.1', 'rebuilt') }));
    const { code, err } = await run(['import', 'releases', 'o/r']);
    expect({ code, says: err.includes('is taken by another file') }).toEqual({ code: 1, says: true });
    expect((await read('1.1/release.yaml')).match(/- file: /g)).toHaveLength(1);
  });

  test('--dry-run writes nothing', async () => {
    listed(release(1, { bytes: await file('1.1') }));
    expect((await run(['import', 'releases', 'o/r', '--dry-run'])).out).toContain('Nothing was written');
    await expect(read('1.1/release.yaml')).rejects.toThrow();
  });
});

describe('import miko', () => {
  async function list(value: unknown): Promise<Outcome> {
    await writeFile(path.join(shop.folder, 'list.json'), JSON.stringify(value));
    return run(['import', 'miko', 'list.json']);
  }

  const module = async (change: object = {}, fileChange: object = {}): Promise<object> => {
    const bytes = await file('1.1');
    answers.set('/crm.cfe', bytes);
    const served = {
      name: 'crm.cfe',
      url: `${addressOf(other)}/crm.cfe`,
      size: String(bytes.length),
      md5: md5(bytes).toUpperCase(),
    };
    return {
      name: 'CRM',
      version: '1.1',
      changelog: 'Исправления',
      lic_product_id: '',
      files: [{ ...served, ...fileChange }],
      ...change,
    };
  };

  test.each<[object, object, string, string]>([
    [{}, { md5: '0'.repeat(32) }, 'its md5', 'another file than promised'],
    [{ lic_product_id: 42 }, {}, '--product', 'a sold module must not become free'],
    [{ files: 'x' }, {}, 'module 1', 'no files'],
    [{ name: 7 }, {}, 'module 1', 'a name that is no text'],
    [{}, { url: 'file:///etc/passwd' }, 'file:', 'a file of the machine'],
  ])('%j %j says %s — %s', async (change, fileChange, says) => {
    const { code, err } = await list([await module(change, fileChange)]);
    expect({ code, says: err.includes(says) }).toEqual({ code: 1, says: true });
    await expect(read('1.1/release.yaml')).rejects.toThrow();
  });

  test.each<[unknown, string]>([
    [null, 'nothing'],
    [{ modules: {} }, 'not a list'],
    [Array.from({ length: 2_001 }, () => ({})), 'more than are taken'],
  ])('%# is no list — %s', async (value) => {
    expect((await list(value)).code).toBe(2);
  });

  test('a list that is not there is told in a sentence', async () => {
    expect((await run(['import', 'miko', 'nowhere.json'])).err).toContain('there is no file nowhere.json');
  });

  test('a list in a file or at an address, as an array or with a name', async () => {
    answers.set('/list', { json: { modules: [await module()] } });
    const { code } = await run(['import', 'miko', `${addressOf(server)}/list`]);
    expect(code).toBe(0);
    expect(await read('1.1/notes.ru.md')).toBe('Исправления\n');
    expect(await read('extension.yaml')).toContain('title: CRM');
    expect((await list([await module()])).out).toContain('There already: 1');
    expect(asked.every((line) => !line.includes(TOKEN))).toBe(true);
  });
});

test.each<[string, string | undefined, string]>([
  ['../../etc/passwd', undefined, 'no extension of ours'],
  ['../../evil.cfe', 'evil.cfe', 'a path loses its steps'],
  ['a\u202eefc.exe.cfe', 'a-efc.exe.cfe', 'direction of text'],
  ['CON.cfe', '_CON.cfe', 'a device of Windows'],
  ['nul.1.cfe', '_nul.1.cfe', 'a device, with one more extension'],
  ['console.cfe', 'console.cfe', 'a name that only begins like a device'],
  ['.cfe', undefined, 'nothing before the dot'],
  [`${'a'.repeat(500)}.cfe`, `${'a'.repeat(100)}.cfe`, 'an endless name is cut'],
  ['РомашкаCRM (БП).CFE', 'РомашкаCRM (БП).cfe', 'a Russian name'],
])('the name %j becomes %j — %s', (name, expected) => {
  expect(fileName(name)).toBe(expected);
});
