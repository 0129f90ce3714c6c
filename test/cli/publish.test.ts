import { execFile } from 'node:child_process';
import { appendFile, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { directoryDestination } from '../../scripts/cli/publish/directory-destination.ts';
import { uploadOf } from '../../scripts/destination/write-planned.ts';
import { ROOT } from '../architecture/sources.ts';
import { startLoopbackS3, type LoopbackS3 } from '../destination/loopback-s3.ts';
import { treeFile } from '../destination/press.ts';
import { vendor, type Vendor } from './vendor.ts';

let shop: Vendor;
let store: LoopbackS3;

const build = (out: string, day: number, previous?: string) =>
  shop.run([
    ...['build', '--no-site', '--keys', 'keys', '--out', out, '--now', `2026-11-${day}T12:00:00Z`],
    ...(previous === undefined ? [] : ['--previous', previous]),
  ]);

beforeAll(async () => {
  store = await startLoopbackS3();
  shop = await vendor();
  await shop.run(['keys', 'init', '--keys', 'keys']);
  await build('first', 20);
  const notes = path.join(shop.folder, 'releases/extensions/price-tags/1.0.1.5/notes.ru.md');
  await appendFile(notes, '\nИ ещё одно.\n');
  await build('second', 21, 'first');
});
afterAll(async () => {
  await store.stop();
  await shop.leave();
});
beforeEach(() => rm(path.join(shop.folder, 'www'), { recursive: true, force: true }));

const publish = (folder: string, ...more: readonly string[]) =>
  shop.run(['publish', folder, '--to', 'www', ...more]);

const clientSees = async (): Promise<{ code: number; err: string }> => {
  const server = await shop.serve('www');
  const { code, err } = await shop.run(['verify', server.url, '--now', '2026-11-21T13:00:00Z']);
  return { code, err };
};

test('a folder: published as built, again with nothing to do, then the next, then never back', async () => {
  const plan = await publish('first', '--dry-run');
  expect(plan.out).toMatch(/\+ metadata\/timestamp\.json .* max-age=60/);
  await expect(readFile(path.join(shop.folder, 'www/metadata/timestamp.json'))).rejects.toThrow();
  expect(await publish('first')).toMatchObject({ code: 0, err: '' });
  expect(await shop.read('www')).toEqual(await shop.read('first'));
  expect((await publish('first')).out).toMatch(/^Published: 0 written/);
  expect(await publish('second')).toMatchObject({ code: 0 });
  expect(await clientSees()).toEqual({ code: 0, err: '' });
  const back = await publish('first');
  expect(back.code).toBe(1);
  expect(back.err).toMatch(/^published-newer: .*number 2, this folder has 1/);
});

test('the plan is JSON for programs', async () => {
  const plan = JSON.parse((await publish('first', '--dry-run', '--json')).out) as {
    uploads: { stage: string }[];
  };
  expect(plan.uploads.length).toBe((await shop.read('first')).size);
  expect(plan.uploads.find(({ stage }) => stage === 'timestamp')).toMatchObject({
    path: 'metadata/timestamp.json',
  });
});

test('a process that is killed again and again in the end has published, and clients saw nothing broken', async () => {
  await publish('first');
  const argv = [
    'scripts/cli/main.ts',
    'publish',
    path.join(shop.folder, 'second'),
    '--to',
    path.join(shop.folder, 'www'),
  ];
  let isDone = false;
  for (const patience of [250, 350, 450, 600, 60_000]) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const child = execFile(process.execPath, argv, { cwd: ROOT }, (error) => resolve(error === null));
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    isDone = await promise;
    clearTimeout(timer);
    expect(await clientSees()).toEqual({ code: 0, err: '' });
    if (isDone) break;
  }
  expect(isDone).toBe(true);
  expect((await shop.read('www')).get('metadata/timestamp.json')).toBe(
    (await shop.read('second')).get('metadata/timestamp.json'),
  );
});

test('two processes at once: one publishes', async () => {
  const run = (): Promise<boolean> =>
    new Promise((resolve) => {
      const argv = [
        'scripts/cli/main.ts',
        'publish',
        path.join(shop.folder, 'first'),
        '--to',
        path.join(shop.folder, 'www'),
      ];
      execFile(process.execPath, argv, { cwd: ROOT }, (error) => resolve(error === null));
    });
  // The same tree: both may end well, and what stands is whole.
  expect(await Promise.all([run(), run()])).toContain(true);
  const { size } = await shop.read('first');
  expect([...(await shop.read('www')).keys()].filter((file) => !file.startsWith('.vypusk/')).length).toBe(
    size,
  );
});

test('of eight that replace a file at once one is told that it did', async () => {
  const place = directoryDestination(path.join(shop.folder, 'www'));
  const race = async (condition: Parameters<typeof place.write>[1]): Promise<number> => {
    const racers = Array.from({ length: 8 }, async (_, n) =>
      directoryDestination(path.join(shop.folder, 'www')).write(
        await uploadOf(treeFile('a.json', `racer ${n}`)),
        condition,
      ),
    );
    return (await Promise.all(racers)).filter((outcome) => outcome === 'written').length;
  };
  expect(await race('absent')).toBe(1);
  const { etag } = (await place.read('a.json', 100))!;
  expect(await race({ etag })).toBe(1);
  expect(await race({ etag })).toBe(0);
});

test('half-written files of killed runs are no part of it, and are swept away in time', async () => {
  await publish('first');
  const own = path.join(shop.folder, 'www/.vypusk');
  await writeFile(path.join(own, 'half.tmp'), 'half');
  await writeFile(path.join(own, 'old.tmp'), 'half');
  await utimes(path.join(own, 'old.tmp'), new Date(0), new Date(0));
  expect((await publish('first')).out).toMatch(/^Published: 0 written/);
  expect(await readdir(own)).toEqual(['half.tmp']);
});

test('a link in the folder leads nothing out', async () => {
  await symlink(path.join(shop.folder, 'keys'), path.join(shop.folder, 'first', 'keys'));
  await publish('first');
  await rm(path.join(shop.folder, 'first', 'keys'));
  expect([...(await shop.read('www')).keys()].filter((file) => file.includes('keys'))).toEqual([]);
});

test.each([
  ['no folder', ['publish', 'nowhere', '--to', 'www'], 2, /nowhere/],
  ['no place', ['publish', 'first'], 2, /VYPUSK_DESTINATION/],
  ['a place in the folder itself', ['publish', 'first', '--to', 'first/www'], 2, /--to/],
  ['a checkout', ['publish', '.', '--to', '../www'], 1, /^tree-incomplete: /],
  ['the release tree', ['publish', 'releases', '--to', 'www'], 1, /^tree-incomplete: /],
  ['the folder of keys', ['publish', 'keys', '--to', 'www'], 1, /^tree-incomplete: /],
  [
    'a place of another kind',
    ['publish', 'first', '--to', 'ftp://host/www'],
    1,
    /^destination-address-invalid: /,
  ],
  [
    'a key in the address',
    ['publish', 'first', '--to', 's3://id:hush@shop'],
    1,
    /^destination-address-invalid: (?!.*hush)/,
  ],
  ['no key', ['publish', 'first', '--to', 's3://shop'], 1, /AWS_ACCESS_KEY_ID/],
] as const)('%s is refused', async (_reason, argv, code, told) => {
  const outcome = await shop.run([...argv]);
  expect(outcome.code).toBe(code);
  expect(outcome.err).toMatch(told);
});

test('a bucket, with the key from the environment and nowhere else', async () => {
  store.buckets.set('shop', new Map());
  const environment = {
    VYPUSK_LANG: 'ru',
    AWS_ACCESS_KEY_ID: store.accessKeyId,
    AWS_SECRET_ACCESS_KEY: `${store.secretAccessKey}\n`,
  };
  const to = `s3://shop/www?region=test-1&endpoint=${store.endpoint}`;
  const now = () => new Date('2026-11-20T13:00:00Z');
  const done = await shop.run(['publish', 'first', '--to', to], { environment, now });
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toMatch(/^Опубликовано: записано \d+/);
  const keys = [...(store.buckets.get('shop')?.keys() ?? [])];
  expect(keys.sort()).toEqual([...(await shop.read('first')).keys()].map((file) => `www/${file}`).sort());
  const wrong = { ...environment, AWS_SECRET_ACCESS_KEY: 'wrong secret' };
  const refused = await shop.run(['publish', 'second', '--to', to], { environment: wrong, now });
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^destination-forbidden: .*SignatureDoesNotMatch/);
  expect(refused.err).not.toContain('wrong secret');
});
