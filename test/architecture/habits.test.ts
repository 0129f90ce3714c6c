import { expect, test } from 'vitest';
import { filesBelow, ROOT, textOf } from './sources.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const sources = [...filesBelow('scripts', /\.ts$/), ...filesBelow('site', /\.(ts|astro|css)$/)];

test.each([
  ['any', /(?:\bas\s+|:\s*|<)any(?=\s*[;,)=|&>\[\]{]|$)/m, 'a type that switches checking off'],
  ['@ts-ignore', /@ts-(ignore|expect-error|nocheck)/, 'a silenced compiler'],
  ['eslint-disable', /eslint-disable/, 'a silenced lint'],
  ['TODO', /\b(TODO|FIXME|XXX)\b/, 'unfinished work belongs in an issue'],
])('no %s in the sources — %#', (_name, pattern) => {
  expect(sources.filter((file) => pattern.test(textOf(file)))).toEqual([]);
});

test.each([
  [/set:html/, ['site/components/Markup.astro'], 'text of an author put into a page unescaped'],
  [
    /\bnew Html\(/,
    ['site/markup/html.ts', 'site/pages/[...locale]/extensions/[id]/[version].astro', 'site/press/press.ts'],
    'text that is called HTML: what templates made, and what a print kept of it',
  ],
])('HTML is taken for granted where it is known to be ours and nowhere else — %#', (pattern, places) => {
  expect(sources.filter((file) => pattern.test(textOf(file))).sort()).toEqual(places);
});

test('no test stands on releases/ of the checkout: a publisher may replace or empty it', () => {
  const demonstration = ['test/demo/extension-files.test.ts', 'test/source/demo-publisher.test.ts'];
  const places = [...demonstration, 'test/fixtures/publisher.ts', 'test/source/schema.test.ts'];
  const reads = /(?:ROOT|dirname), '[./]*releases['/]/;
  const tests = filesBelow('test', /\.ts$/).filter((file) => reads.test(textOf(file)));
  expect(tests.filter((file) => !places.includes(file))).toEqual([]);
});

test('no room and no file has a name that says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|common|misc|manager|data|info|process|handle)(\.|\/)/;
  expect(sources.filter((file) => empty.test(file))).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  expect(sources.filter((file) => textOf(file).split('\n').length > 301)).toEqual([]);
});

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Where npm would find a package from a place in the tree: nearest `node_modules` upwards. */
function isLocked(packages: Readonly<Record<string, LockedPackage>>, place: string, name: string): boolean {
  const prefix = place === '' ? '' : `${place}/`;
  if (`${prefix}node_modules/${name}` in packages) return true;
  if (place === '') return false;
  const parent = place.lastIndexOf('/node_modules/');
  return isLocked(packages, parent < 0 ? '' : place.slice(0, parent), name);
}

test('the lock holds every optional package, so that npm ci works on every platform', () => {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };
  const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(lock.packages, place, name))
      .map((name) => `${place} -> ${name}`),
  );
  expect(missing).toEqual([]);
});
