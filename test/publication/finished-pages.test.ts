import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pagesDigest, placePages } from '../../scripts/publication/finished-pages.ts';

let folder = '';
const pages = (): string => path.join(folder, 'pages');
const out = (): string => path.join(folder, 'out');

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-pages-'));
  await mkdir(path.join(pages(), 'en'), { recursive: true });
  await writeFile(path.join(pages(), 'index.html'), 'one');
  await writeFile(path.join(pages(), 'en/index.html'), 'two');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test.each<[string, string, () => Promise<void>]>([
  ['another content', 'pages-changed', () => writeFile(path.join(pages(), 'index.html'), 'evil')],
  ['a file more', 'pages-changed', () => writeFile(path.join(pages(), 'more.html'), '')],
  ['a file less', 'pages-changed', () => rm(path.join(pages(), 'en'), { recursive: true })],
  ['a link to a key', 'pages-odd-file', () => symlink('/etc/passwd', path.join(pages(), 'x'))],
  ['a link to a folder', 'pages-odd-file', () => symlink('/etc', path.join(pages(), 'x'))],
  [
    'metadata of its own',
    'pages-odd-file',
    () => mkdir(path.join(pages(), 'metadata')).then(() => undefined),
  ],
  ['targets of its own', 'pages-odd-file', () => mkdir(path.join(pages(), 'targets')).then(() => undefined)],
  [
    'nothing at all',
    'pages-missing',
    () =>
      rm(pages(), { recursive: true })
        .then(() => mkdir(pages()))
        .then(() => undefined),
  ],
])('refuses finished pages with %s: %s', async (_reason, code, change) => {
  const digest = await pagesDigest(pages());
  await change();
  await expect(placePages({ folder: pages(), digest }, out())).rejects.toMatchObject({ code });
});

test('takes what was built, byte for byte', async () => {
  await placePages({ folder: pages(), digest: await pagesDigest(pages()) }, out());
  expect(await readFile(path.join(out(), 'en/index.html'), 'utf8')).toBe('two');
  expect(await pagesDigest(out())).toBe(await pagesDigest(pages()));
});
