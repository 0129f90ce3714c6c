import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { directoryStore } from '../../scripts/disk/directory-store.ts';
import { refresh } from '../../scripts/verify/update.ts';
import { clientOf } from '../verify/fixtures/client.ts';
import { SignedRepository } from '../verify/fixtures/signed-repository.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'store-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const storeModule = pathToFileURL(
  path.resolve(import.meta.dirname, '../../scripts/disk/directory-store.ts'),
).href;

/** Runs a program with a store of the directory as `store`; gives its process. */
const runWithStore = (program: string, limits = ''): ReturnType<typeof spawn> => {
  const script = `import { directoryStore } from '${storeModule}';\nconst store = directoryStore(process.argv[1]);\n${program}`;
  const node = [process.execPath, '--input-type=module', '--no-warnings', '-e', script, directory];
  return spawn('sh', ['-c', `${limits} exec "$@"`, 'sh', ...node], { stdio: 'ignore' });
};

const exitOf = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

test('what was put is got back, until it is deleted', async () => {
  const store = directoryStore(path.join(directory, 'not', 'there', 'yet'));
  expect(await store.get('root.json')).toBeUndefined();
  await store.put('root.json', bytes('1'));
  await store.put('root.json', bytes('2'));
  expect(await store.get('root.json')).toEqual(bytes('2'));
  await store.delete('root.json');
  await store.delete('root.json');
  expect(await store.get('root.json')).toBeUndefined();
});

test.each([
  ['../root.json', 'another directory'],
  ['a/b.json', 'a directory below'],
  ['a\\b.json', 'a directory below, on Windows'],
  ['/etc/passwd', 'an absolute path'],
  ['C:x', 'a drive'],
  ['.lock', 'the name of our own lock'],
  ['..', 'the directory above'],
  ['x.tmp', 'the name of a temporary file'],
  ['', 'nothing'],
])('a name is refused: %j — %s', async (name) => {
  await expect(directoryStore(directory).get(name)).rejects.toThrow('not a file name');
});

test.each(['%2Froot.json', '..%2Froot.json', 'targets.json', 'bin-0f.json', 'client-state', '%D0%91.json'])(
  'a name of the client is a file name: %s',
  async (name) => {
    await directoryStore(directory).put(name, bytes('x'));
    expect(await readdir(directory)).toEqual([name]);
  },
);

describe('killed at any moment', () => {
  test('a file is whole: the old one or the new one', async () => {
    const writer = `for (let n = 0; ; n++) await store.put('a.json', new Uint8Array(200_000).fill(n % 250));`;
    for (const delay of [1, 7, 20]) {
      const child = runWithStore(writer);
      const exited = exitOf(child);
      while (!(await readdir(directory)).includes('a.json')) await sleep(10);
      await sleep(delay);
      child.kill('SIGKILL');
      await exited;
      const file = await readFile(path.join(directory, 'a.json'));
      expect(file).toHaveLength(200_000);
      expect(new Set(file).size).toBe(1);
      await directoryStore(directory).delete('a.json');
    }
  });

  test('its temporary files do not stay for ever, and those of others at work do', async () => {
    const [old, fresh] = [path.join(directory, '.old.tmp'), path.join(directory, '.fresh.tmp')];
    await writeFile(old, '');
    await writeFile(fresh, '');
    await utimes(old, new Date(0), new Date(0));
    await directoryStore(directory).exclusively(async () => undefined);
    expect(await readdir(directory)).toEqual(['.fresh.tmp']);
  });

  test('its lock is taken over', async () => {
    const child = runWithStore(`await store.exclusively(() => new Promise((r) => setTimeout(r, 60_000)));`);
    const exited = exitOf(child);
    const lockText = (): Promise<string> => readFile(path.join(directory, '.lock'), 'utf8').catch(() => '');
    while ((await lockText()) === '') await sleep(20);
    child.kill('SIGKILL');
    await exited;
    expect(await directoryStore(directory).exclusively(async () => 'mine')).toBe('mine');
    expect(await readdir(directory)).toEqual([]);
  });

  test('its lock is taken over even though it had no time to put its name there', async () => {
    const lock = path.join(directory, '.lock');
    await writeFile(lock, '');
    await utimes(lock, new Date(0), new Date(0));
    expect(await directoryStore(directory).exclusively(async () => 'mine')).toBe('mine');
  });
});

test('on a full disk the old file stays, and nothing else', async () => {
  await directoryStore(directory).put('a.json', bytes('old'));
  // A limit on the size of files stands for a full disk: the write fails in the middle.
  const child = runWithStore(`await store.put('a.json', new Uint8Array(3_000_000));`, 'ulimit -f 100;');
  expect(await exitOf(child)).not.toBe(0);
  expect(await readFile(path.join(directory, 'a.json'), 'utf8')).toBe('old');
});

test('two at work on one directory take turns', async () => {
  const [one, two] = [directoryStore(directory), directoryStore(directory)];
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await sleep(30);
    log.push(`${name} ends`);
  };
  await Promise.all([one.exclusively(work('one')), two.exclusively(work('two'))]);
  expect(log.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
});

test('two clients of one directory end with the newest, whole', async () => {
  const repository = new SignedRepository();
  const { world, store } = clientOf(repository);
  const shared = directoryStore(directory);
  await shared.put('root.json', store.files.get('root.json') ?? new Uint8Array());
  repository.release();
  const update = () => shared.exclusively(() => refresh({ ...world, store: shared }));
  const results = await Promise.all([update(), update()]);
  expect(results.map(({ timestamp }) => timestamp.signed.version)).toEqual([2, 2]);
  expect((await readdir(directory)).sort()).toEqual([
    'client-state',
    'root.json',
    'snapshot.json',
    'targets.json',
    'timestamp.json',
  ]);
});
