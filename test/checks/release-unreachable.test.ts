import { describe, expect, test } from 'vitest';
import { buildFor, contextOf, foundBy, treeOf, type WrittenReleases } from './release-tree.ts';

const NEWER = { date: '2026-01-01', channel: 'stable' } as const;
const LATER = { date: '2026-02-01', channel: 'beta' } as const;

const found = async (releases: WrittenReleases): Promise<readonly string[]> =>
  foundBy('release-unreachable', contextOf(await treeOf(releases)));

describe('a release that nobody can be offered', () => {
  test.each<[string, WrittenReleases]>([
    ['the newer one fits all', { '1.1': LATER, '1.2': NEWER }],
    [
      'two newer ones fit all between them',
      {
        '1.1': { ...LATER, builds: [buildFor('>=3.0 <3.2')] },
        '1.2': { ...NEWER, builds: [buildFor('>=3.0 <3.1')] },
        '1.3': { ...NEWER, date: '2026-01-02', builds: [buildFor('>=3.1')] },
      },
    ],
    ['what it asks for is more', { '1.1': { ...LATER, requires: { platform: '>=8.3.24' } }, '1.2': NEWER }],
  ])('%s', async (_reason, releases) => expect(await found(releases)).toEqual(['1.1']));

  test('published, while this one is not', async () => {
    const tree = await treeOf({ '1.1': NEWER, '1.2': NEWER });
    const previous = await treeOf({ '1.2': NEWER });
    expect(foundBy('release-unreachable', contextOf(tree))).toEqual([]);
    expect(foundBy('release-unreachable', contextOf(tree, { previous }))).toEqual(['1.1']);
  });
});

describe('a release that somebody may be offered', () => {
  test.each<[string, WrittenReleases]>([
    ['it was overtaken and had its day', { '1.1': { ...LATER, date: '2025-01-01' }, '1.2': NEWER }],
    ['the newer one is withdrawn', { '1.1': LATER, '1.2': { ...NEWER, withdrawn: { date: '2026-01-03', reason: 'Портит.' } } }],
    ['the newer one is in a less stable channel', { '1.1': { ...LATER, channel: 'stable' }, '1.2': { ...NEWER, channel: 'beta' } }],
    ['the newer one fits less', { '1.1': LATER, '1.2': { ...NEWER, builds: [buildFor('>=3.0.5')] } }],
    ['the newer one asks for more', { '1.1': LATER, '1.2': { ...NEWER, requires: { platform: '>=8.3.24' } } }],
    ['the newer one is rolled out slowly', { '1.1': LATER, '1.2': { ...NEWER, rollout: { percent: 10, pausedAt: null } } }],
    ['the newer one asks for a step', { '1.1': LATER, '1.2': { ...NEWER, updateFrom: '>=1.0' } }],
    ['one still newer is reached from here', { '1.1': LATER, '1.2': NEWER, '1.3': { ...NEWER, updateFrom: '>=1.1 <1.2' } }],
    ['it is withdrawn', { '1.1': { ...LATER, withdrawn: { date: '2026-02-03', reason: 'Портит.' } }, '1.2': NEWER }],
  ])('%s', async (_reason, releases) => expect(await found(releases)).toEqual([]));
});
