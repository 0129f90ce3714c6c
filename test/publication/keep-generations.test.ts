import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepGenerations } from '../../scripts/publication/keep-generations.ts';
import { listFiles } from '../../scripts/disk/files.ts';
import { sha256 } from '../verify/fixtures/test-key.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const DIGEST = sha256(new TextEncoder().encode('page'));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'generations-'));
  await mkdir(path.join(folder, 'published/site/targets'), { recursive: true });
  await mkdir(path.join(folder, 'published/site/metadata'));
  await mkdir(path.join(folder, 'work'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (file: string, text: string): Promise<void> => writeFile(path.join(folder, file), text);

/** Puts a generation that nobody signed into the published folder: whoever can write there can do that. */
async function slipIn(target: string, hashes: object): Promise<void> {
  const file = (signed: object): string =>
    JSON.stringify({
      signatures: [],
      signed: { spec_version: '1.0.34', version: 9, expires: '2099-01-01T00:00:00Z', ...signed },
    });
  await write(
    'published/site/metadata/9.snapshot.json',
    file({ _type: 'snapshot', meta: { 'targets.json': { version: 9 } } }),
  );
  await write(
    'published/site/metadata/9.targets.json',
    file({ _type: 'targets', targets: { [target]: { length: 4, hashes } } }),
  );
}

const keep = (): Promise<void> =>
  keepGenerations(path.join(folder, 'published/site'), path.join(folder, 'work/new'), NOW);

test('a document is carried over with the metadata that names it', async () => {
  await slipIn('page.html', { sha256: DIGEST });
  await write(`published/site/targets/${DIGEST}.page.html`, 'page');
  await keep();
  expect(await listFiles(path.join(folder, 'work/new'))).toEqual([
    'metadata/9.snapshot.json',
    'metadata/9.targets.json',
    `targets/${DIGEST}.page.html`,
  ]);
});

test.each<[target: string, hashes: object, code: string, reason: string]>([
  ['../../hook.sh', { sha256: DIGEST }, 'name-invalid', 'a name that leaves the folder'],
  ['page.html', { sha256: '../../page' }, 'hash-mismatch', 'a digest that leaves the folder'],
  ['page.html', { md5: DIGEST }, 'hash-mismatch', 'a digest that nobody here can check'],
])('%s with %j: %s — %s', async (target, hashes, code) => {
  await write('published/page.page.html', 'page');
  await write(`published/${DIGEST}.hook.sh`, 'page');
  await slipIn(target, hashes);
  await expect(keep()).rejects.toMatchObject({ code });
  expect(await readdir(path.join(folder, 'work'))).toEqual([]);
});

test.each([
  ['sha256', 64],
  ['sha512', 128],
])('a link to a file of this machine is not published under a name with a %s', async (algorithm, digits) => {
  await write('secret.env', 'TOKEN=1');
  const digest = 'c'.repeat(digits);
  await slipIn('page.html', { [algorithm]: digest });
  const link = path.join(folder, `published/site/targets/${digest}.page.html`);
  await symlink(path.join(folder, 'secret.env'), link);
  await expect(keep()).rejects.toMatchObject({ code: 'hash-mismatch' });
});

test('a document that is gone stops nothing', async () => {
  await slipIn('page.html', { sha256: DIGEST });
  await keep();
  expect(await readdir(path.join(folder, 'work/new'))).toEqual(['metadata']);
});
