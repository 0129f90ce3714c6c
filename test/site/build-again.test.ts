import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../scripts/publication/build-site.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import { demoTree, writeTree } from './fixtures/demo-tree.ts';

/** Four builds, two at a time. */
const PATIENCE_MS = 400_000;

/** Inside of the project, as places of builds must be. */
const BELOW = fileURLToPath(new URL('../../node_modules/.cache/vypusk-test/', import.meta.url));

const SCANNER: Passport = {
  formatVersion: 1,
  sha256: '5c'.repeat(32),
  length: 41210,
  name: 'СканерЧеков',
  synonym: { ru: 'Сканер чеков' },
  version: '1.2',
  vendor: 'Ромашка',
  prefix: 'ск_',
  purpose: 'AddOn',
  compatibilityMode: 'Version8_3_20',
  extensionCompatibilityMode: 'Version8_3_20',
  changesDataStructure: false,
  objects: [{ kind: 'CommonModule', name: 'ск_РазборЧека', belonging: 'own' }],
  httpServices: [],
  interceptions: [],
  defaultRoles: [],
};

const FOLDER = 'extensions/receipt-scanner';

/** A new release, and what `vypusk build` found in its file. */
const CHANGE = {
  [`${FOLDER}/1.2/release.yaml`]: (demoTree[`${FOLDER}/1.1/release.yaml`] ?? '')
    .replace('"1.1"', '"1.2"')
    .replace('2026-08-30', '2026-09-30'),
  [`${FOLDER}/1.2/notes.ru.md`]: 'Читает чеки, снятые в темноте.\n',
};

let work = '';
/** Files of a built site by path, as digests. */
const built = new Map<string, ReadonlyMap<string, string>>();
/** Builds into a folder of this name and remembers what came out. */
async function build(releases: string, out: string): Promise<void> {
  const folder = path.join(work, out);
  const passports = new Map([[`${FOLDER}/1.2/scanner.cfe`, SCANNER]]);
  const places = path.join(work, 'places');
  await buildSite({ releases, trust: releases, out: folder, passports, places }, process.env);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const digests = files.map(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [
      path.relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ] as const;
  });
  built.set(out, new Map(digests.sort(([a], [b]) => (a < b ? -1 : 1))));
}

beforeAll(async () => {
  mkdirSync(BELOW, { recursive: true });
  work = mkdtempSync(path.join(BELOW, 'again-'));
  const releases = path.join(work, 'releases');
  writeTree(releases, demoTree);
  await Promise.all([build(releases, 'one'), build(releases, 'other')]);
  writeTree(releases, CHANGE);
  const elsewhere = path.join(work, 'elsewhere');
  cpSync(releases, elsewhere, { recursive: true });
  await Promise.all([build(releases, 'changed'), build(elsewhere, 'from nothing')]);
}, PATIENCE_MS);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('building again', () => {
  test('two builds of one release tree at the same time make the same site', () => {
    expect(built.get('one')?.size).toBeGreaterThan(100);
    expect(built.get('other')).toEqual(built.get('one'));
  });

  test('a build that uses the last one makes the site that a build from nothing makes', () => {
    expect(built.get('changed')?.has(`${FOLDER}/1.2/index.html`)).toBe(true);
    expect(built.get('changed')).toEqual(built.get('from nothing'));
  });

  test('a build leaves one cache for its release tree, and nothing that it worked in', () => {
    const names = readdirSync(path.join(work, 'places'));
    expect(names.filter((name) => !/^[0-9a-f]{16}$/.test(name))).toEqual([]);
    expect(names).toHaveLength(2);
  });

  test('what only the builder could read in a file is shown', () => {
    const page = readFileSync(path.join(work, 'changed', FOLDER, 'index.html'), 'utf8');
    expect(page).toContain('ск_РазборЧека');
  });
});
