import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DestinationError } from '../../scripts/destination/error.ts';
import { planPublication, type Plan } from '../../scripts/destination/plan.ts';
import { publish } from '../../scripts/destination/publish.ts';
import { STAGES } from '../../scripts/destination/stage.ts';
import type { Tree } from '../../scripts/destination/tree-file.ts';
import { day, START } from '../signing/operator.ts';
import { Killed, MemoryDestination } from './memory-destination.ts';
import { Press, treeFile } from './press.ts';
import { newestRelease } from './reader.ts';

let press: Press;
let first: Tree;
let second: Tree;
let third: Tree;
let destination: MemoryDestination;

beforeAll(async () => {
  press = await Press.start();
  first = await press.next();
  second = await press.next(day(1));
  third = await press.next(day(2));
});

beforeEach(() => {
  destination = new MemoryDestination();
});

const planOf = (tree: Tree, now = START): Promise<Plan> => planPublication({ tree, destination, now });

async function run(tree: Tree, now = START): Promise<void> {
  await publish({ tree, destination, plan: await planOf(tree, now) });
}

const read = (now = day(2)): Promise<string> => newestRelease(destination.fetch, press, now);

describe('killed after any change', () => {
  test('a client sees the old publication or the new one, and the next run ends it', async () => {
    await run(first);
    const before = destination;
    const all = (await planOf(second)).uploads.length + 1;
    const seen = new Set<string>();
    for (let left = 0; left <= all; left++) {
      destination = new MemoryDestination();
      destination.copyFrom(before);
      destination.left = left;
      await run(second, day(1)).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      seen.add(await read());
      const sent = destination.changes.filter((change) => change.startsWith('write'));
      destination.left = Infinity;
      await run(second, day(1));
      expect(await read(), `after ${left} changes`).toBe('1.1');
      expect(new Set(destination.changes).size, 'nothing is sent twice').toBe(destination.changes.length);
      expect(sent.length).toBe(Math.min(left, all - 1));
      expect((await planOf(second, day(1))).uploads).toEqual([]);
    }
    expect([...seen]).toEqual(['1.0', '1.1']);
  });

  test('the very first publication too: until the timestamp there is nothing to see', async () => {
    const all = (await planOf(first)).uploads.length;
    for (let left = 0; left < all; left++) {
      destination = new MemoryDestination();
      destination.left = left;
      await expect(run(first)).rejects.toBeInstanceOf(Killed);
      if (destination.files.has('metadata/timestamp.json')) expect(await read(START)).toBe('1.0');
      destination.left = Infinity;
      await run(first);
      expect(await read(START)).toBe('1.0');
    }
  });
});

describe('two runs at once', () => {
  /** Two builds that began from nothing with the same keys: the same numbers, other bytes. */
  async function rivals(): Promise<readonly [Tree, Tree]> {
    rival = await Press.start();
    const one = await rival.next();
    rival.operator.published = undefined;
    return [one, await rival.next()];
  }

  let rival: Press;
  const readRival = (): Promise<string> => newestRelease(destination.fetch, rival);

  test.each([0, 1, 2, 3, 4, 5, 6, 8])(
    'exactly one wins when the second begins after %i changes',
    async (after) => {
      const [one, two] = await rivals();
      const outcomes: PromiseSettledResult<unknown>[] = [];
      destination.afterChange = async () => {
        if (destination.changes.length <= after) return;
        destination.afterChange = async () => undefined;
        outcomes.push(...(await Promise.allSettled([run(two)])));
      };
      const plans = await Promise.all([planOf(one), planOf(two)]);
      outcomes.push(...(await Promise.allSettled([publish({ tree: one, destination, plan: plans[0] })])));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toBeInstanceOf(DestinationError);
      expect(String(lost?.reason)).toMatch(/publication-overtaken|name-taken/);
      expect(['1.0', '1.1']).toContain(await readRival());
    },
  );

  test('side by side from the same plan: one wins, and its pages stand', async () => {
    const [one, two] = await rivals();
    const plans = await Promise.all([planOf(one), planOf(two)]);
    const outcomes = await Promise.allSettled([
      publish({ tree: one, destination, plan: plans[0] }),
      publish({ tree: two, destination, plan: plans[1] }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes[0]?.status === 'fulfilled' ? one : two;
    for (const page of ['index.html', 'index/catalog.json', 'metadata/timestamp.json']) {
      expect(destination.files.get(page)?.upload.sha256).toBe(winner.get(page)?.sha256);
    }
  });

  test('a run that is overtaken among its pages stops and deletes nothing', async () => {
    await run(first);
    destination.afterChange = async () => {
      if (destination.changes.at(-1) !== 'write metadata/timestamp.json') return;
      destination.afterChange = async () => undefined;
      await run(third, day(2));
    };
    await expect(run(second, day(1))).rejects.toMatchObject({ code: 'publication-overtaken' });
    expect(destination.files.get('index.html')?.upload.sha256).toBe(third.get('index.html')?.sha256);
    expect(await read()).toBe('1.2');
  });
});

describe('refused', () => {
  beforeEach(() => run(second, day(1)));

  const without = (tree: Tree, path: string): Tree => new Map([...tree].filter(([name]) => name !== path));
  const withFile = (path: string, content: string): Tree => new Map(third).set(path, treeFile(path, content));

  test.each<readonly [reason: string, tree: () => Tree, error: object]>([
    [
      'older metadata',
      () => first,
      { code: 'published-newer', args: { role: 'timestamp', published: 2, offered: 1 } },
    ],
    ['no timestamp', () => without(third, 'metadata/timestamp.json'), { code: 'tree-incomplete' }],
    ['no targets', () => without(third, 'metadata/3.targets.json'), { code: 'tree-incomplete' }],
    ['no root', () => without(third, 'metadata/1.root.json'), { code: 'tree-incomplete' }],
    [
      'a release without its file',
      () => without(third, 'files/crm/1.2/crm.cfe'),
      { code: 'tree-incomplete' },
    ],
    [
      'a file that is not what the document pins',
      () => withFile('files/crm/1.2/crm.cfe', 'x'),
      { code: 'tree-incomplete' },
    ],
    [
      'a document that is not what its name says',
      () => withFile(`targets/${'0'.repeat(64)}.x.json`, 'x'),
      { code: 'tree-incomplete' },
    ],
    [
      'a key file of ours',
      () => withFile('keys.json', '{"type": "vypusk-private-key"}'),
      { code: 'tree-has-secrets' },
    ],
    [
      'a sealed licensing secret',
      () => withFile('s.json', '{"type":"vypusk-licensing-secret"}'),
      { code: 'tree-has-secrets' },
    ],
    [
      'a private key of anybody',
      () => withFile('a/note.txt', '-----BEGIN RSA PRIVATE KEY-----'),
      { code: 'tree-has-secrets' },
    ],
    ['a file of variables', () => withFile('.env', 'A=1'), { code: 'tree-has-secrets' }],
    ['a checkout', () => withFile('.git/config.json', '{}'), { code: 'tree-has-strangers' }],
    [
      'a file that no document names',
      () => withFile('files/crm/1.2/other.cfe', 'x'),
      { code: 'tree-has-strangers' },
    ],
    [
      'a sealed copy of a licence',
      () => withFile('licenses/copies/a.json', '{}'),
      { code: 'tree-has-strangers' },
    ],
    [
      'metadata in the making',
      () => withFile('metadata/pending/2.root.json', '{}'),
      { code: 'tree-has-strangers' },
    ],
    ['a program', () => withFile('setup.exe', 'MZ'), { code: 'tree-has-strangers' }],
    [
      'a program among what installers are built of',
      () => withFile('installer/setup.exe', 'MZ'),
      { code: 'tree-has-strangers' },
    ],
    [
      'a folder among what installers are built of',
      () => withFile('installer/a/УстановщикРасширений-0.1.0-src.zip', 'PK'),
      { code: 'tree-has-strangers' },
    ],
  ])('%s', async (_reason, tree, error) => {
    const before = destination.changes.length;
    await expect(run(tree(), day(2))).rejects.toMatchObject(error);
    expect(destination.changes.length).toBe(before);
  });

  test.each([
    ['another file of the same release', 'files/crm/1.0/crm.cfe'],
    ['another snapshot of the same number', 'metadata/2.snapshot.json'],
  ])('%s at the destination', async (_reason, path) => {
    const there = destination.files.get(path);
    if (there === undefined) throw new Error(path);
    const upload = { ...there.upload, sha256: 'changed' };
    destination.files.set(path, { ...there, upload, bytes: new Uint8Array(there.length), etag: 'changed' });
    const tree = new Map([...third, ...[...second].filter(([name]) => name === path)]);
    await expect(run(tree, day(2))).rejects.toMatchObject({ code: 'name-taken', args: { path } });
  });

  test.each([
    ['what installers are built of', 'installer/УстановщикРасширений-0.1.0-src.zip'],
    ['the page of installers', 'installer/index.html'],
    ['the feed of an extension', 'extensions/crm/feed.atom'],
  ])('%s is published with the rest', async (_reason, name) => {
    await run(withFile(name, 'PK'), day(2));
    expect([...(await destination.list()).keys()]).toContain(name);
  });

  test('a store that overwrites what it was asked not to overwrite', async () => {
    const { write } = destination;
    destination.write = (upload) => {
      const etag = destination.files.get(upload.path)?.etag;
      return write(upload, etag === undefined ? 'absent' : { etag });
    };
    await expect(run(third, day(2))).rejects.toMatchObject({ code: 'destination-ignores-conditions' });
    expect(await read()).toBe('1.1');
  });

  test('a file that changes while it is published', async () => {
    const file = treeFile('index.html', '<p>planned');
    const tree = new Map(third).set('index.html', {
      ...file,
      read: async () => new TextEncoder().encode('<p>other'),
    });
    await expect(run(tree, day(2))).rejects.toMatchObject({
      code: 'tree-changed',
      args: { path: 'index.html' },
    });
  });

  test('a timestamp at the destination that is none', async () => {
    const there = destination.files.get('metadata/timestamp.json');
    if (there === undefined) throw new Error('no timestamp');
    destination.files.set('metadata/timestamp.json', { ...there, bytes: new TextEncoder().encode('<html>') });
    await expect(run(third, day(2))).rejects.toMatchObject({ code: 'destination-unreadable' });
  });
});

describe('the plan', () => {
  test('has its stages in order and the timestamp after everything that clients ask for', async () => {
    const plan = await planOf(first);
    const stages = plan.uploads.map(({ stage }) => STAGES.indexOf(stage));
    expect(stages).toEqual(stages.toSorted((a, b) => a - b));
    const paths = plan.uploads.map(({ file }) => file.path);
    const timestamp = paths.indexOf('metadata/timestamp.json');
    expect(paths.slice(0, timestamp).every((path) => /^(files|targets|metadata)\//.test(path))).toBe(true);
    expect(paths.slice(timestamp + 1).some((path) => /^(files|targets|metadata)\//.test(path))).toBe(false);
    expect(paths.at(-1)).toMatch(/\.html$/);
  });

  test('writes before the timestamp only where nothing stands', async () => {
    await run(first);
    const { uploads } = await planOf(second, day(1));
    const timestamp = uploads.findIndex(({ stage }) => stage === 'timestamp');
    expect(uploads.slice(0, timestamp).every(({ condition }) => condition === 'absent')).toBe(true);
    expect(uploads.slice(timestamp).some(({ condition }) => condition !== 'absent')).toBe(true);
  });

  test('of what is published already is empty', async () => {
    await run(first);
    expect(await planOf(first)).toMatchObject({ uploads: [], superseded: [], unchanged: first.size });
  });

  test('keeps generations for 30 days and at least three, and never deletes a release file or a root', async () => {
    const daily = await Press.start();
    const trees: Tree[] = [];
    for (let at = 0; at < 5; at++) trees.push(await daily.next(day(at)));
    for (const [at, tree] of trees.entries()) {
      destination.clock = day(at);
      await run(tree, day(at));
    }
    const last = trees[4]!;
    const fates = async (now: Date) =>
      new Map((await planOf(last, now)).superseded.map(({ path, deleted }) => [path, deleted]));
    const soon = await fates(day(5));
    expect(soon.get('metadata/1.snapshot.json')).toEqual(day(30));
    expect(soon.get('metadata/3.snapshot.json')).toEqual(day(32));
    expect([...soon.values()]).not.toContain('now');
    // Old enough, but the next publication took its place a day later.
    expect((await fates(new Date(day(30).getTime() + 1))).get('metadata/1.snapshot.json')).toEqual(day(31));
    const late = await fates(day(40));
    expect(late.get('metadata/1.snapshot.json')).toBe('now');
    expect(late.get('metadata/1.targets.json')).toBe('now');
    expect(late.get('metadata/3.snapshot.json')).toBe('newest-generations');
    expect([...late.keys()].filter((path) => /^files|root/.test(path))).toEqual([]);
    await run(last, day(40));
    expect(destination.files.has('metadata/1.snapshot.json')).toBe(false);
    expect(await newestRelease(destination.fetch, daily, day(5))).toBe('1.4');
  });

  test('deletes a page that is no more, and leaves alone what is not ours', async () => {
    await run(first);
    for (const path of ['CNAME', '.well-known/security.txt', 'other/index.html', 'releases/old.svg']) {
      destination.files.set(path, { ...destination.files.get('index.html')!, modified: START });
    }
    await run(second, day(1));
    expect(destination.files.has('releases/1.1/index.html')).toBe(false);
    expect([...destination.files.keys()]).toEqual(
      expect.arrayContaining(['CNAME', '.well-known/security.txt', 'other/index.html', 'releases/old.svg']),
    );
    expect((await planOf(second, day(29))).superseded).toContainEqual({
      path: 'releases/old.svg',
      deleted: day(30),
    });
  });
});

test('readers in a loop during a hundred publications never see a broken state', async () => {
  const busy = await Press.start();
  let today = START;
  let isOver = false;
  await run(await busy.next());
  const readInALoop = async (): Promise<number> => {
    let looks = 0;
    let newest = 0;
    for (; !isOver; looks++) {
      const minor = Number((await newestRelease(destination.fetch, busy, today)).split('.')[1]);
      expect(minor).toBeGreaterThanOrEqual(newest);
      newest = minor;
      const seen = destination.changes.length;
      while (!isOver && destination.changes.length < seen + 12) await sleep(1);
    }
    return looks;
  };
  const readers = [readInALoop(), readInALoop()];
  for (let publication = 1; publication < 100; publication++) {
    // Every day: what was published a month ago is deleted while they read.
    today = destination.clock = day(publication);
    await run(await busy.next(today), today);
  }
  isOver = true;
  const looks = await Promise.all(readers);
  expect(Math.min(...looks)).toBeGreaterThan(20);
  expect(await newestRelease(destination.fetch, busy, today)).toBe('1.99');
  expect(destination.files.has('metadata/50.snapshot.json')).toBe(false);
  expect(destination.changes.some((change) => change.startsWith('delete metadata/'))).toBe(true);
});
