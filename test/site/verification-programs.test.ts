import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tufJsProgram } from '../../site/views/verification-programs.ts';
import { serveFolder, type StaticServer } from '../fixtures/static-server.ts';
import { documentedRepository } from './fixtures/documented-repository.ts';

/** Below `node_modules`, so that the program finds tuf-js as it would after `npm install tuf-js`. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

let folder: string;
let server: StaticServer;
let repository: ReadonlyMap<string, string>;
beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(path.join(CACHE, 'vypusk-verify-'));
  // The independent client asks the machine's own clock, so this repository is signed now.
  repository = await documentedRepository(new Date());
  for (const [file, text] of repository) write(path.join('published', file), text);
  server = await serveFolder(path.join(folder, 'published'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the program of the trust page verifies a repository with tuf-js and downloads the catalogue', async () => {
  write('root.json', repository.get('metadata/1.root.json') ?? '');
  write('verify.mjs', tufJsProgram(server.url));
  await promisify(execFile)(process.execPath, ['verify.mjs'], { cwd: folder });
  const [published] = [...repository]
    .filter(([name]) => name.endsWith('.catalog.json'))
    .map(([, text]) => text);
  expect(readFileSync(path.join(folder, 'catalog.json'), 'utf8')).toBe(published);
});

test('the program refuses a repository that another root vouches for', async () => {
  const foreign = (repository.get('metadata/1.root.json') ?? '').replace(
    /"public":"[0-9a-f]{2}/g,
    '"public":"00',
  );
  write('root.json', foreign);
  rmSync(path.join(folder, 'trusted'), { recursive: true, force: true });
  await expect(promisify(execFile)(process.execPath, ['verify.mjs'], { cwd: folder })).rejects.toThrow();
});

function write(file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
