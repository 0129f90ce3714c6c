import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PrintCache } from '../../../site/press/print-cache.ts';
import type { ExtensionPrint } from '../../../site/press/print-extension.ts';

const PRINT: ExtensionPrint = { pages: [], files: [{ path: 'a.svg', text: '<svg/>' }] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vypusk-prints-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a cache gives for a digest, and whether it had to print. */
async function ask(cache: PrintCache, digest: string): Promise<'kept' | 'printed'> {
  let answer: 'kept' | 'printed' = 'kept';
  const print = await cache.print(digest, () => {
    answer = 'printed';
    return PRINT;
  });
  expect(print).toEqual(PRINT);
  return answer;
}

describe('PrintCache', () => {
  test('prints once, also in a folder that is not there yet', async () => {
    const place = path.join(folder, 'not', 'there');
    expect(await ask(new PrintCache(place), 'aa')).toBe('printed');
    expect(await ask(new PrintCache(place), 'aa')).toBe('kept');
    expect(await ask(new PrintCache(place), 'bb')).toBe('printed');
  });

  test.each([
    ['', 'nothing was written'],
    ['{"pages":[', 'a build was stopped in the middle'],
    ['[]', 'not a print'],
  ])('prints again where the file holds %j: %s', async (text) => {
    writeFileSync(path.join(folder, 'aa.json'), text);
    expect(await ask(new PrintCache(folder), 'aa')).toBe('printed');
  });

  test('throws away what a build did not ask for', async () => {
    const before = new PrintCache(folder);
    await ask(before, 'aa');
    await ask(before, 'bb');
    const now = new PrintCache(folder);
    await ask(now, 'bb');
    await now.sweep();
    expect(readdirSync(folder)).toEqual(['bb.json']);
  });
});
