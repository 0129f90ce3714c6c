import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishedNow } from '../../scripts/cli/build/previous.ts';
import { CLI_TEXTS } from '../../scripts/cli/text/text.ts';

let folder = '';
let out = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'previous-'));
  out = path.join(folder, 'dist');
  await mkdir(path.join(out, 'metadata'), { recursive: true });
  await writeFile(path.join(out, 'metadata/timestamp.json'), 'published');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What is found without `--previous`. */
async function found(): Promise<string | undefined> {
  const world = {
    cwd: folder,
    environment: {},
    now: () => new Date(0),
    random: (length: number) => new Uint8Array(length),
    fetch: () => Promise.reject(new Error('no network here')),
    fetchPublic: () => Promise.reject(new Error('no network here')),
    out: () => undefined,
    err: () => undefined,
    showsProgress: false,
    terminal: undefined,
    untilStopped: () => Promise.resolve(),
  };
  const session = { world, locale: 'en', text: CLI_TEXTS.en, finish: () => undefined } as const;
  const published = await publishedNow(undefined, out, session);
  if (published === 'none') return 'none';
  return new TextDecoder().decode(await published.metadata('timestamp.json'));
}

test.each([
  ['dist', 'published', 'the output folder'],
  ['dist.4242.old', 'published', 'put aside by a build that was killed before the new folder stood'],
  ['dist.4242.new', 'none', 'what a killed build had not finished'],
  ['other.4242.old', 'none', 'another folder'],
  ['dist.old', 'none', 'a copy that somebody made'],
])('what is published in %s: %s — %s', async (name, expected) => {
  if (name !== 'dist') await rename(out, path.join(folder, name));
  expect(await found()).toBe(expected);
});
