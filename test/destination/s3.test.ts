import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Destination } from '../../scripts/destination/destination.ts';
import { planPublication } from '../../scripts/destination/plan.ts';
import { publish, type Published } from '../../scripts/destination/publish.ts';
import { parseS3Address } from '../../scripts/destination/s3-address.ts';
import { s3Destination } from '../../scripts/destination/s3-destination.ts';
import { s3Requests, type S3World } from '../../scripts/destination/s3-requests.ts';
import type { Tree } from '../../scripts/destination/tree-file.ts';
import { uploadOf } from '../../scripts/destination/write-planned.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { START } from '../signing/operator.ts';
import { startLoopbackS3 } from './loopback-s3.ts';
import { Press, treeFile } from './press.ts';
import { missingForRadosgw, startRadosgw, type ObjectStore } from './radosgw.ts';
import { newestRelease } from './reader.ts';

const missing = missingForRadosgw();
if (missing.length > 0) {
  console.warn(
    `Ceph's object gateway is not installed (${missing.join(', ')}): tests against it are skipped.`,
  );
}

describe.each([
  ['loopback (not a real store)', startLoopbackS3, { skip: false, publications: 10 }],
  ['radosgw', startRadosgw, { skip: missing.length > 0, publications: 100 }],
] as const)('%s', (_name, start, { skip, publications }) => {
  let store: ObjectStore;
  let bucket = '';
  let number = 0;
  let press: Press;
  let trees: Tree[];

  beforeAll(async () => {
    if (skip) return;
    store = await start();
    press = await Press.start();
    trees = [await press.next(), await press.next(), await press.next()];
  });
  afterAll(() => store?.stop());

  const world = (changes: Partial<S3World> = {}): S3World => ({
    credentials: store,
    fetch: (url, init) => fetch(url, init),
    now: () => new Date(),
    sleep: () => sleep(1),
    random: () => 0.5,
    ...changes,
  });

  const address = (prefix = '') =>
    parseS3Address(`s3://${bucket}/${prefix}?region=test-1&endpoint=${store.endpoint}`);
  const open = (changes: Partial<S3World> = {}): Destination =>
    s3Destination(address('releases'), world(changes));

  beforeEach(async () => {
    if (skip) return;
    bucket = `bucket-${++number}`;
    await s3Requests(address(), world())({ method: 'PUT', key: '' });
  });

  async function run(tree: Tree, destination = open()): Promise<Published> {
    return publish({ tree, destination, plan: await planPublication({ tree, destination, now: START }) });
  }

  const fetchFrom =
    (destination: Destination) =>
    async (path: string): Promise<Bytes | undefined> =>
      (await destination.read(path, 1_000_000))?.bytes;
  const newest = (): Promise<string> => newestRelease(fetchFrom(open()), press);

  test.skipIf(skip)('publishes, and has nothing to do the second time', async () => {
    expect(await run(trees[0]!)).toMatchObject({ uploaded: trees[0]!.size, deleted: 0 });
    expect(await newest()).toBe('1.0');
    expect(await run(trees[0]!)).toEqual({ uploaded: 0, bytes: 0, deleted: 0 });
    expect(await run(trees[1]!)).toMatchObject({ deleted: 1 });
    expect(await newest()).toBe('1.1');
    await expect(run(trees[0]!)).rejects.toMatchObject({ code: 'published-newer' });
  });

  test.skipIf(skip)('serves what it wrote with types and ages', async () => {
    await run(trees[0]!);
    const send = s3Requests(address(), world());
    const served = async (path: string) => {
      const { headers } = await send({ method: 'HEAD', key: `releases/${path}` });
      return `${headers.get('content-type')} | ${headers.get('cache-control')}`;
    };
    expect(await served('index.html')).toBe('text/html; charset=utf-8 | public, max-age=300');
    expect(await served('metadata/timestamp.json')).toBe('application/json | public, max-age=60');
    expect(await served('files/crm/1.0/crm.cfe')).toMatch(/^application\/octet-stream \| .*immutable$/);
    expect(await served('metadata/1.root.json')).toMatch(/^application\/json \| .*immutable$/);
  });

  test.skipIf(skip)('takes any name', async () => {
    const destination = open();
    const names = [
      'Имя с пробелом.json',
      'a+b.json',
      'a%2Fb.json',
      "!'()*.json",
      'a&b<c>"d".json',
      'ё/ж/й.json',
    ];
    for (const name of names)
      expect(await destination.write(await uploadOf(treeFile(name, name)), 'absent')).toBe('written');
    expect([...(await destination.list()).keys()].sort()).toEqual(names.toSorted());
    for (const name of names)
      expect(new TextDecoder().decode((await destination.read(name, 100))?.bytes)).toBe(name);
    for (const name of names) await destination.delete(name);
    expect((await destination.list()).size).toBe(0);
  });

  test.skipIf(skip)(
    'of eight that write at once under a condition exactly one is told that it wrote',
    async () => {
      const destination = open();
      const race = async (condition: Parameters<Destination['write']>[1]): Promise<number> => {
        const racers = Array.from({ length: 8 }, async (_, n) => {
          const upload = await uploadOf(
            treeFile('metadata/timestamp.json', `racer ${n} ${JSON.stringify(condition)}`),
          );
          return open().write(upload, condition);
        });
        return (await Promise.all(racers)).filter((outcome) => outcome === 'written').length;
      };
      expect(await race('absent')).toBe(1);
      const { etag } = (await destination.read('metadata/timestamp.json', 100))!;
      expect(await race({ etag })).toBe(1);
      expect(await race({ etag })).toBe(0);
      expect(await race('absent')).toBe(0);
    },
  );

  test.skipIf(skip)(
    'killed after any request, a client sees the old or the new, and the next run ends it',
    async () => {
      await run(trees[0]!);
      for (let left = 0; ; left += 1) {
        const budget = { left };
        const changing = open({
          fetch: async (url, init) => {
            if (init.method !== 'GET' && init.method !== 'HEAD' && budget.left-- <= 0)
              throw new Error('killed');
            return fetch(url, init);
          },
        });
        const outcome = await Promise.allSettled([run(trees[1]!, changing)]);
        expect(['1.0', '1.1']).toContain(await newest());
        if (outcome[0].status === 'fulfilled') break;
        expect(outcome[0].reason).toMatchObject({ code: 'destination-unavailable' });
      }
      expect(await newest()).toBe('1.1');
      expect(await run(trees[1]!)).toEqual({ uploaded: 0, bytes: 0, deleted: 0 });
    },
  );

  test.skipIf(skip)('of two runs at once one publishes and the other says so', async () => {
    const rival = await Press.start();
    const one = await rival.next();
    rival.operator.published = undefined;
    const two = await rival.next();
    const outcomes = await Promise.allSettled([run(one), run(two)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes[0].status === 'fulfilled' ? one : two;
    expect(await newestRelease(fetchFrom(open()), rival)).toBe(winner === one ? '1.0' : '1.1');
    expect((await open().list()).get('index.html')?.etag).toBe(winner.get('index.html')?.md5);
  });

  test.skipIf(skip)(
    `a reader in a loop during ${publications} publications never sees a broken state`,
    async () => {
      const busy = await Press.start();
      await run(await busy.next());
      let isOver = false;
      const reading = (async () => {
        let looks = 0;
        for (let before = 0; !isOver; looks++) {
          const minor = Number((await newestRelease(fetchFrom(open()), busy)).split('.')[1]);
          expect(minor).toBeGreaterThanOrEqual(before);
          before = minor;
          await sleep(30);
        }
        return looks;
      })();
      for (let at = 1; at < publications; at++) await run(await busy.next());
      isOver = true;
      expect(await reading).toBeGreaterThan(3);
      expect(await newestRelease(fetchFrom(open()), busy)).toBe(`1.${publications - 1}`);
    },
    240_000,
  );

  test.skipIf(skip).each([
    ['a wrong secret', { secretAccessKey: 'wrong secret of mine' }, 'destination-forbidden'],
    ['an unknown key', { accessKeyId: 'NOBODY' }, 'destination-forbidden'],
  ])('refuses %s, and no message holds a secret', async (_reason, changed, code) => {
    const credentials = { ...world().credentials, ...changed };
    const failure: unknown = await run(trees[0]!, open({ credentials })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code });
    const told = `${String(failure)} ${JSON.stringify(failure)} ${(failure as Error).stack}`;
    expect(told).not.toContain(credentials.secretAccessKey);
    expect(told).not.toMatch(/Signature=|AWS4-HMAC/);
  });

  test.skipIf(skip)('says that there is no such bucket', async () => {
    bucket = 'no-such-bucket';
    await expect(run(trees[0]!)).rejects.toMatchObject({ code: 'destination-absent' });
  });

  test.skipIf(skip)('a body that changed on the way is not stored', async () => {
    const tampering = open({
      fetch: (url, init) => fetch(url, init.method === 'PUT' ? { ...init, body: 'something else' } : init),
    });
    const upload = await uploadOf(treeFile('index.html', '<p>ours'));
    await expect(tampering.write(upload, 'absent')).rejects.toThrow();
    expect((await open().list()).size).toBe(0);
  });
});
