import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeExtension } from '../../scripts/cfe/index.ts';
import { describedExtension } from '../cfe/described-extension.ts';
import { commandLine } from './command-line.ts';

const URL_OF_FILE = 'https://files.romashka.example/a.cfe';

let folder = '';
let bytes: Uint8Array<ArrayBuffer>;

/** Checks with an internet that answers so. */
const check = (answer: () => Promise<Response>, ...more: readonly string[]) =>
  commandLine(['check', '--json', ...more], { cwd: folder, fetchPublic: answer });

const codes = (out: string): readonly string[] =>
  (JSON.parse(out) as { code: string }[]).map(({ code }) => code);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-check-fetch-'));
  await mkdir(path.join(folder, 'releases'));
  const write = (name: string, text: string) => writeFile(path.join(folder, 'releases', name), text);
  await write(
    'publisher.yaml',
    'id: romashka\nname: Ромашка\nurl: https://releases.romashka.example/\nlicensePrefix: ROM\nchannels: [stable]\nlocales: [ru]\n',
  );
  await write(
    'configurations.yaml',
    '- {name: Бухгалтерия, synonym: Бухгалтерия, edition: "3.0", family: accounting}\n',
  );
  bytes = await writeExtension(describedExtension());
  await writeFile(path.join(folder, 'a.cfe'), bytes);
  const added = await commandLine(
    ['add', 'a.cfe', '--yes', '--url', URL_OF_FILE, '--configuration', 'Бухгалтерия=>=3.0'],
    {
      cwd: folder,
    },
  );
  expect([added.code, added.err]).toEqual([0, expect.anything()]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('nothing is asked of the internet without the option', async () => {
  const { out } = await check(() => Promise.reject(new Error('asked')));
  expect(codes(out)).not.toContain('file-unreachable');
});

test('the file that the manifest describes', async () => {
  const { out } = await check(async () => new Response(bytes), '--fetch');
  expect(codes(out).filter((code) => code.startsWith('file-') || code.startsWith('passport-'))).toEqual([]);
});

test.each<[string, () => Promise<Response>, string]>([
  ['another file', async () => new Response(Uint8Array.of(1, 2, 3)), 'file-hash-mismatch'],
  ['a page that says it is gone', async () => new Response('', { status: 404 }), 'file-unreachable'],
  ['no answer', () => Promise.reject(new TypeError('fetch failed')), 'file-unreachable'],
  [
    'a redirect to plain HTTP',
    async () =>
      new Response('', { status: 302, headers: { location: 'http://files.romashka.example/a.cfe' } }),
    'file-unreachable',
  ],
])('%s', async (_reason, answer, code) => {
  const { code: status, out } = await check(answer, '--fetch');
  expect([status, codes(out)]).toEqual([1, expect.arrayContaining([code])]);
});

test('a passport that says otherwise than the file', async () => {
  const release = path.join(folder, 'releases/extensions');
  const [passport] = (await import('node:fs'))
    .globSync('**/*.passport.json', { cwd: release })
    .map((name) => path.join(release, name));
  const text = await readFile(passport ?? '', 'utf8');
  await writeFile(passport ?? '', text.replace('"AddOn"', '"Patch"').replace('"Customization"', '"Patch"'));
  const { out } = await check(async () => new Response(bytes), '--fetch');
  await writeFile(passport ?? '', text);
  expect(codes(out)).toContain('passport-stale');
});
