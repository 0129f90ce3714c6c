import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Updater } from 'tuf-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RepositoryInput } from '../../scripts/signing/repository-input.ts';
import type { RootKeys } from '../../scripts/signing/root-keys.ts';
import { signVendor } from '../../scripts/signing/sign-vendor.ts';
import { testKey, testKeys } from './keys.ts';
import { serve } from './loopback.ts';
import type { Loopback } from './loopback.ts';
import { day, document, documents, Operator, START } from './operator.ts';

// An independent client of The Update Framework reads what we publish, over real HTTP.

const BP = 'configurations/БухгалтерияПредприятия.json';
const CONTENT = documents({
  'catalog.json': 'catalog',
  [BP]: 'made for BP',
  'extensions/acme-crm.json': 'crm',
  ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`extensions/e${at}.json`, `extension ${at}`])),
});

let operator: Operator;
let host: Loopback;
let folder: string;

beforeEach(async () => {
  operator = await Operator.start();
  host = await serve(operator.host);
  folder = await mkdtemp(path.join(tmpdir(), 'tuf-js-'));
  await writeFile(path.join(folder, 'root.json'), operator.roots[0]!);
  at(START);
});

afterEach(async () => {
  vi.useRealTimers();
  await host.close();
  await rm(folder, { recursive: true });
});

/** tuf-js reads the clock itself; only `Date` is ours, its timers stay real. */
const at = (now: Date): unknown => vi.useFakeTimers({ now, toFake: ['Date'] });

const newUpdater = (): Updater =>
  new Updater({
    metadataDir: folder,
    metadataBaseUrl: `${host.url}metadata/`,
    targetDir: folder,
    targetBaseUrl: `${host.url}targets/`,
    config: { fetchRetry: 0 },
  });

async function download(name: string): Promise<unknown> {
  const updater = newUpdater();
  await updater.refresh();
  const info = await updater.getTargetInfo(name);
  if (info === undefined) return undefined;
  return JSON.parse(
    await readFile(await updater.downloadTarget(info, path.join(folder, 'document')), 'utf8'),
  );
}

const acme = await testKey('acme');

async function withVendor(): Promise<Partial<RepositoryInput>> {
  const keys = { vendor: 'acme', keys: [acme.publicKey], threshold: 1 };
  const metadata = await signVendor({ ...keys, documents: CONTENT, signers: [acme], now: START });
  return { vendors: [{ ...keys, metadata }] };
}

describe.each<readonly [string, () => Promise<Partial<RepositoryInput>>]>([
  ['one list', async () => ({})],
  ['hash bins', async () => ({ binsAbove: 10 })],
  ['a vendor', withVendor],
  ['a vendor and hash bins', async () => ({ binsAbove: 10, ...(await withVendor()) })],
])('a repository with %s', (_what, options) => {
  test.each([
    ['catalog.json', 'catalog'],
    [BP, 'made for BP'],
    ['extensions/acme-crm.json', 'crm'],
    ['extensions/e7.json', 'extension 7'],
  ])('hands out %s', async (name, text) => {
    await operator.publish({ documents: CONTENT, ...(await options()) });
    expect(await download(name)).toEqual({ text });
  });

  test('has no other documents', async () => {
    await operator.publish({ documents: CONTENT, ...(await options()) });
    expect(await download('extensions/acme-other.json')).toBeUndefined();
    expect(await download('extensions/other.json')).toBeUndefined();
  });

  test('is followed when it changes', async () => {
    await operator.publish({ documents: CONTENT, ...(await options()) });
    await download(BP);
    at(day(1));
    const changed = new Map(CONTENT).set(BP, document('newer'));
    await operator.publish({ documents: changed, ...(await options()), now: day(1) });
    expect(await download(BP)).toEqual({ text: 'newer' });
  });
});

test.each<keyof RootKeys>(['root', 'publishing', 'timestamp'])(
  'is followed when the %s key is exchanged',
  async (duty) => {
    await operator.publish({ documents: CONTENT, binsAbove: 10 });
    await download(BP);
    await operator.rotate(duty, await testKeys(`${duty} 2`), day(1));
    at(day(1));
    const changed = new Map(CONTENT).set('extensions/e7.json', document('newer'));
    await operator.publish({ documents: changed, now: day(1) });
    expect(await download('extensions/e7.json')).toEqual({ text: 'newer' });
  },
);

test('is followed when only its timestamp is new', async () => {
  await operator.publish({ documents: CONTENT });
  await download(BP);
  at(day(15));
  await expect(download(BP)).rejects.toThrow(/expired/);
  await operator.refresh(day(15));
  expect(await download(BP)).toEqual({ text: 'made for BP' });
});

test('is believed only as it was signed', async () => {
  const { files } = await operator.publish({ documents: CONTENT });
  const text = new TextDecoder().decode(files.get('metadata/timestamp.json'));
  operator.host.set(
    'metadata/timestamp.json',
    new TextEncoder().encode(text.replace('"x-root":1', '"x-root":2')),
  );
  await expect(download(BP)).rejects.toThrow(/signed by 0\/1 keys/);
});
