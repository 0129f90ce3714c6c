import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSitePlace, type SitePlace } from '../../scripts/publication/site-place.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vypusk-places-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a little: leaves a word in the cache. */
async function leave(place: SitePlace, word: string): Promise<void> {
  mkdirSync(place.cache, { recursive: true });
  writeFileSync(path.join(place.cache, 'word'), word);
  await place.close();
}

const found = ({ cache }: SitePlace): string | undefined =>
  existsSync(cache) ? readFileSync(path.join(cache, 'word'), 'utf8') : undefined;

describe('openSitePlace', () => {
  test('finds what the last build of the same tree left', async () => {
    await leave(await openSitePlace(folder, '/releases'), 'first');
    expect(found(await openSitePlace(folder, '/other'))).toBeUndefined();
    expect(found(await openSitePlace(folder, '/releases'))).toBe('first');
  });

  test('builds at the same time have nothing in common, and one of them leaves its cache', async () => {
    await leave(await openSitePlace(folder, '/releases'), 'before');
    const first = await openSitePlace(folder, '/releases');
    const second = await openSitePlace(folder, '/releases');
    expect([found(first), found(second)]).toEqual(['before', undefined]);
    await leave(second, 'second');
    await leave(first, 'first');
    expect(readdirSync(folder)).toHaveLength(1);
    expect(found(await openSitePlace(folder, '/releases'))).toBe('second');
  });

  test('a build that fails before it kept anything leaves nothing', async () => {
    await (await openSitePlace(folder, '/releases')).close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['0123456789abcdef.2147483646.0', false, 'its process is gone'],
    [`0123456789abcdef.${process.pid}.99`, true, 'its process is running'],
    ['0123456789abcdef', true, 'a cache at rest'],
    ['somebody-else', true, 'not a place of ours'],
  ])('%s stays: %s — %s', async (name, stays) => {
    mkdirSync(path.join(folder, name));
    await openSitePlace(folder, '/releases');
    expect(existsSync(path.join(folder, name))).toBe(stays);
  });
});
