import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pendingRoot, readPendingRoot } from '../../scripts/signing/pending-root.ts';
import { NOW, vendor, type Vendor } from './vendor.ts';

const NEXT_DAY = '2026-11-21T12:00:00Z';

let shop: Vendor;
let client: readonly string[];

beforeAll(async () => {
  shop = await vendor();
  await shop.run(['keys', 'init', '--keys', 'keys', '--now', NOW]);
  await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW]);
  const { url } = await shop.serve('dist');
  client = ['--url', url, '--trust', 'releases/trust/1.root.json', '--state', 'state'];
  await shop.run(['client', 'check', ...client, '--now', NOW]);
});

afterAll(() => shop.leave());

const build = (now: string): ReturnType<Vendor['run']> =>
  shop.run(['build', '--keys', 'keys', '--no-site', '--now', now]);

const check = (now: string): ReturnType<Vendor['run']> =>
  shop.run(['client', 'check', ...client, '--now', now, '--json']);

describe('keys are replaced without touching a single client', () => {
  test.each([
    ['timestamp', '2026-11-20T13:00:00Z'],
    ['publishing', '2026-11-20T14:00:00Z'],
    ['root', '2026-11-20T15:00:00Z'],
  ])('%s', async (duty, now) => {
    expect((await shop.run(['keys', 'rotate', duty, '--keys', 'keys', '--now', now])).code).toBe(0);
    expect((await build(now)).code).toBe(0);
    const { code, out } = await check(now);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'refresh-needed' });
  });

  test('two of two people sign a root on machines of their own', async () => {
    const { out } = await shop.run(['keys', 'new', 'anna.key.json']);
    const [half = ''] = /[0-9a-f]{64}/.exec(out) ?? [];
    const now = '2026-11-20T16:00:00Z';
    const more = ['--add', half, '--threshold', '2', '--now', now];
    const rotated = await shop.run(['keys', 'rotate', 'root', '--keys', 'keys', ...more]);
    expect(rotated.out).toContain('waits for signatures: releases/trust/pending/5.root.json');
    const pending = 'releases/trust/pending/5.root.json';
    const signed = await shop.run(['keys', 'sign-root', pending, '--key', 'anna.key.json']);
    expect(signed.out).toContain('The root is signed: releases/trust/5.root.json');
    expect((await build(now)).code).toBe(0);
    expect(JSON.parse((await check(now)).out)).toMatchObject({ refreshed: { versions: { root: 5 } } });
  });

  test('a stranger’s key cannot sign a root', async () => {
    await shop.run(['keys', 'new', 'stranger.key.json']);
    const root = 'releases/trust/5.root.json';
    const { code, err } = await shop.run(['keys', 'sign-root', root, '--key', 'stranger.key.json']);
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'key-not-in-root' });
  });
});

describe('a root that somebody sends to be signed', () => {
  const sign = (file: string): ReturnType<Vendor['run']> =>
    shop.run(['keys', 'sign-root', file, '--key', 'keys/root.key.json']);
  const rootAt = (version: number): Promise<Buffer> =>
    readFile(path.join(shop.folder, `releases/trust/${version}.root.json`));

  /** Another root of that version, for the same people, not signed. */
  async function send(version: number): Promise<string> {
    const { signed } = readPendingRoot(new Uint8Array(await rootAt(1)));
    const other = pendingRoot({ ...signed, version, expires: '2030-01-01T00:00:00Z' });
    await writeFile(path.join(shop.folder, 'sent.json'), other);
    return 'sent.json';
  }

  test.each([
    [1, 'the one that clients begin with'],
    [2, 'one that clients have followed'],
  ])('does not take the place of root %i: %s', async (version) => {
    const before = await rootAt(version);
    const { code, err } = await sign(await send(version));
    expect({ code, says: err.includes('exists already') }).toEqual({ code: 2, says: true });
    expect((await rootAt(version)).equals(before)).toBe(true);
  });

  test('is not signed when the one before it is not there: nobody could see what changes', async () => {
    const { code, err } = await sign(await send(9));
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'root-chain-broken' });
  });

  test('waits in peace: no other root takes its place, and no rotation begins beside it', async () => {
    const now = ['--now', '2026-11-20T17:00:00Z'];
    await shop.run(['keys', 'rotate', 'publishing', '--keys', 'keys', ...now]);
    const pending = path.join(shop.folder, 'releases/trust/pending/6.root.json');
    const before = await readFile(pending);
    expect((await sign(await send(6))).code).toBe(2);
    expect((await shop.run(['keys', 'rotate', 'timestamp', '--keys', 'keys', ...now])).code).toBe(2);
    expect((await readFile(pending)).equals(before)).toBe(true);
    await rm(pending);
  });
});

describe('refresh', () => {
  test('needs the timestamp key and nothing else, and shows new roots', async () => {
    const { out } = await shop.run(['keys', 'export', 'publishing', '--keys', 'keys']);
    expect(out).toBe('');
    const folder = path.join(shop.folder, 'keys');
    const newest =
      (await readdir(folder)).find((name) => /^timestamp\.[0-9a-f]{8}\.key\.json$/.test(name)) ?? '';
    await rm(path.join(folder, 'timestamp.key.json'));
    const exported = await shop.run(['keys', 'export', 'timestamp', '--keys', 'keys']);
    expect({ newest: newest !== '', code: exported.code }).toEqual({ newest: true, code: 0 });
    const environment = { VYPUSK_LANG: 'en', VYPUSK_TIMESTAMP_KEY: exported.out };
    const refreshed = await shop.run(['refresh', '--now', NEXT_DAY], { environment });
    expect(refreshed.code).toBe(0);
    expect(JSON.parse((await check(NEXT_DAY)).out)).toMatchObject({ kind: 'current', source: 'fetched' });
  });

  test('without its key nothing is written', async () => {
    const before = await readFile(path.join(shop.folder, 'dist/metadata/timestamp.json'));
    const { code, err } = await shop.run(['refresh', '--now', '2026-11-21T13:00:00Z'], {
      environment: { VYPUSK_LANG: 'en' },
    });
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'keys-not-in-root' });
    expect((await readFile(path.join(shop.folder, 'dist/metadata/timestamp.json'))).equals(before)).toBe(
      true,
    );
  });
});

describe('verify', () => {
  test.each([
    [NEXT_DAY, '10', 0, 'thirteen days are left'],
    ['2026-11-26T12:00:00Z', '10', 1, 'nine days are left: the watchdog barks before clients stop'],
    ['2026-11-26T12:00:00Z', '5', 0, 'a patient watchdog'],
    ['2026-12-26T12:00:00Z', '0', 1, 'expired'],
  ])('at %s with --days %s ends with %i — %s', async (now, days, code) => {
    const [, url = ''] = client;
    expect((await shop.run(['verify', url, '--now', now, '--days', days])).code).toBe(code);
  });

  test('tells what a client sees', async () => {
    const [, url = ''] = client;
    for (const named of [[url], ['--url', url]]) {
      const { out } = await shop.run(['verify', ...named, '--now', NEXT_DAY, '--json']);
      expect(JSON.parse(out)).toMatchObject({ extensions: 2, releases: 8, documents: 7, issued: NEXT_DAY });
    }
  });
});

describe('keys status', () => {
  test('says who signs what and for how long', async () => {
    const { code, out } = await shop.run(['keys', 'status', '--now', NEXT_DAY, '--json']);
    const rows = JSON.parse(out) as { role: string; threshold: number; daysLeft: number }[];
    expect(code).toBe(0);
    expect(rows.map(({ role, threshold, daysLeft }) => [role, threshold, daysLeft])).toEqual([
      ['root', 2, 364],
      ['timestamp', 1, 14],
      ['snapshot', 1, 364],
      ['targets', 1, 364],
    ]);
  });

  test('names keys by the words that rotate takes', async () => {
    const { out } = await shop.run(['keys', 'status', '--now', NEXT_DAY]);
    expect(out.split('\n').map((line) => line.slice(0, 24).trim())).toEqual([
      ...['root', 'timestamp', 'publishing (snapshot)', 'publishing (targets)', ''],
    ]);
  });
});

describe('a private key has a safe place', () => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: shop.folder, encoding: 'utf8' });
  beforeAll(() => git('init', '--quiet'));
  afterAll(() => rm(path.join(shop.folder, '.git'), { recursive: true }));

  test.each<[string, readonly string[]]>([
    ['keys init into the release tree', ['keys', 'init', '--keys', 'releases/keys', '--trust', 'other']],
    ['keys new in the checkout', ['keys', 'new', 'my/own.key.json']],
    ['keys rotate in the checkout', ['keys', 'rotate', 'timestamp', '--keys', 'keys']],
  ])('%s is refused, and nothing is left for git add', async (_what, argv) => {
    const before = git('status', '--porcelain');
    const { code, err } = await shop.run(argv);
    expect({ code, says: err.includes('would be committed') }).toEqual({ code: 2, says: true });
    expect(git('status', '--porcelain')).toBe(before);
  });

  test('the cure works, and nobody else can read the files', async () => {
    const argv = ['keys', 'init', '--keys', '../keys-outside', '--trust', 'trust-outside', '--now', NOW];
    const outside = path.join(shop.folder, '../keys-outside');
    try {
      expect((await shop.run(argv)).code).toBe(0);
      const names = await readdir(outside);
      expect(names.sort()).toEqual(['publishing.key.json', 'root.key.json', 'timestamp.key.json']);
      if (process.platform === 'win32') return;
      for (const name of names) expect((await stat(path.join(outside, name))).mode & 0o777).toBe(0o600);
    } finally {
      await rm(outside, { recursive: true, force: true });
      await rm(path.join(shop.folder, 'trust-outside'), { recursive: true, force: true });
    }
  });

  test('a weak passphrase makes no key', async () => {
    const { code, err } = await shop.run(['keys', 'new', '../weak.key.json'], {
      environment: { VYPUSK_LANG: 'en', VYPUSK_PASSPHRASE: 'x' },
    });
    expect({ code, err: err.split('\n')[0] }).toEqual({
      code: 1,
      err: 'passphrase-weak: The passphrase is too weak: it is shorter than 8 characters.',
    });
  });
});
