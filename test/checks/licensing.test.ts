import { describe, expect, test } from 'vitest';
import { runChecks } from '../../scripts/checks/index.ts';
import type { ReleaseTree } from '../../scripts/model/release-tree.ts';
import type { WrittenBuild } from '../../scripts/source/index.ts';
import { buildFor, contextOf, foundBy, treeOf, type TreeOptions } from './release-tree.ts';

const PAID: TreeOptions = { extension: { price: 'paid', products: ['crm'] } };
const UNLOCK = { product: 'crm', month: '2026-01', sealed: `${'A'.repeat(43)}=` };
const CLEAR = { length: 900, sha256: '1'.repeat(64) };

const archive = (more: Partial<WrittenBuild> = {}): WrittenBuild => ({
  ...buildFor('>=3.0', 'crm.cfe.zip'),
  clear: CLEAR,
  unlock: [UNLOCK],
  ...more,
});

/** The tree with files lying beside the manifests, whatever is in them. */
const withArtifacts = (tree: ReleaseTree, names: readonly string[]): ReleaseTree => ({
  ...tree,
  extensions: tree.extensions.map((extension) => ({
    ...extension,
    releases: extension.releases.map((entry) => ({
      ...entry,
      artifacts: new Map(
        names.map((name) => [
          name,
          { file: `extensions/crm/${entry.folder}/${name}`, length: 1, read: async () => new Uint8Array(1) },
        ]),
      ),
    })),
  })),
});

describe('file-protection-mismatch', () => {
  test.each<[readonly string[], readonly string[], string]>([
    [['crm.cfe.zip'], [], 'only the protected file'],
    [['crm.cfe.zip', 'crm.cfe'], ['1.0'], 'the open file was left beside it: git would keep it'],
    [['crm.cfe'], ['1.0'], 'the protected file lies elsewhere, the open one here'],
  ])('%j beside a paid release → %j — %s', async (names, expected) => {
    const tree = await treeOf({ '1.0': { builds: [archive()] } }, PAID);
    expect(foundBy('file-protection-mismatch', contextOf(withArtifacts(tree, names)))).toEqual(expected);
  });

  test('an open file beside a free release is only unlisted', async () => {
    const tree = withArtifacts(await treeOf({ '1.0': {} }), ['other.cfe']);
    expect(foundBy('file-protection-mismatch', contextOf(tree))).toEqual([]);
    expect(foundBy('file-unlisted', contextOf(tree))).toEqual(['1.0']);
  });
});

describe('unlock-mismatch', () => {
  test.each<[WrittenBuild, readonly string[], string]>([
    [archive(), [], 'a protected file with both fields'],
    [buildFor('>=3.0'), [], 'an open file with neither'],
    [{ ...buildFor('>=3.0', 'crm.cfe.zip'), clear: CLEAR }, ['1.0 unlock'], 'opens for nobody'],
    [{ ...buildFor('>=3.0', 'crm.cfe.zip'), unlock: [UNLOCK] }, ['1.0 clear'], 'its inside is not pinned'],
    [{ ...archive(), ...buildFor('>=3.0') }, ['1.0 clear', '1.0 unlock'], 'an open file with both'],
  ])('%# → %j — %s', async (build, expected) => {
    const tree = await treeOf({ '1.0': { builds: [build] } }, PAID);
    expect(foundBy('unlock-mismatch', contextOf(tree))).toEqual(expected);
  });
});

test.each<[string, number]>([
  [CLEAR.sha256, 0],
  ['2'.repeat(64), 1],
])('passport-stale: a passport of %s beside a file with another inside gives %i problems', async (sha256, count) => {
  const tree = await treeOf({ '1.0': { builds: [archive()] } }, PAID);
  const passport = { formatVersion: 1, sha256, length: 900, name: 'ОбменCRM', version: '1.0' };
  const passports = new Map([['crm.cfe.zip', JSON.parse(JSON.stringify(passport))]]);
  const described = {
    ...tree,
    extensions: tree.extensions.map((extension) => ({
      ...extension,
      releases: extension.releases.map((entry) => ({ ...entry, passports })),
    })),
  };
  const stale = runChecks(contextOf(described)).filter(({ code }) => code === 'passport-stale');
  expect(stale).toHaveLength(count);
});

test('a release that was given to another product later is allowed: nothing was published that changes', async () => {
  const before = await treeOf({ '1.0': { builds: [archive()] } }, PAID);
  const more = { ...UNLOCK, product: 'pro' };
  const now = await treeOf(
    { '1.0': { builds: [archive({ unlock: [UNLOCK, more] })] } },
    { extension: { price: 'paid', products: ['crm', 'pro'] } },
  );
  const codes = runChecks(contextOf(now, { previous: before })).map(({ code }) => code);
  expect(codes.filter((code) => code.startsWith('published-') || code.startsWith('unlock-'))).toEqual([]);
});
