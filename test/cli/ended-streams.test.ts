import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';

const MAIN = path.resolve(import.meta.dirname, '../../scripts/cli/main.ts');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-streams-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a reader that stops early is no fault of the program', async () => {
  const child = spawn(process.execPath, [MAIN, 'schemas', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const [status] = (await once(child, 'close')) as [number];
  expect([status, err]).toEqual([0, '']);
});

test('a passphrase file in another encoding is named', async () => {
  const file = path.join(folder, 'phrase.txt');
  await writeFile(file, Buffer.from('\ufeffлошадь скрепка батарея', 'utf16le'));
  const { code, err } = await commandLine(['keys', 'init', '--keys', 'keys', '--passphrase-file', file], {
    cwd: folder,
  });
  expect([code, err]).toEqual([2, expect.stringContaining('is not UTF-8: save it in that encoding')]);
});
