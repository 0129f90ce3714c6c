import { describe, expect, test } from 'vitest';
import { contextOf, foundBy, treeOf, type WrittenReleases } from './release-tree.ts';

const withdrawn = { date: '2026-02-01', reason: 'Ошибка.' };

/** `dead-end` and `unreachable` problems of a history, by the release that causes them. */
async function barriers(releases: WrittenReleases): Promise<readonly string[]> {
  const context = contextOf(await treeOf(releases));
  return [
    ...foundBy('step-dead-end', context).map((folder) => `dead-end ${folder}`),
    ...foundBy('step-unreachable', context).map((folder) => `unreachable ${folder}`),
  ];
}

describe('a way up from every release', () => {
  test.each<[string, WrittenReleases, readonly string[]]>([
    ['no steps at all', { '1.0': {}, '2.0': {} }, []],
    ['the first release, whose updateFrom speaks of what was before', { '2.0': { updateFrom: '>=1.0' } }, []],
    ['everything older may update', { '1.0': {}, '2.0': { updateFrom: '>=1.0' } }, []],
    ['through a release in between', { '1.0': {}, '1.5': {}, '2.0': { updateFrom: '>=1.5' } }, []],
    [
      'through two of them',
      { '1.0': {}, '1.5': {}, '2.0': { updateFrom: '>=1.5' }, '3.0': { updateFrom: '>=2.0' } },
      [],
    ],
    [
      'the one in between was withdrawn',
      { '1.0': {}, '1.5': { withdrawn }, '2.0': { updateFrom: '>=1.5' } },
      ['dead-end 2.0'],
    ],
    ['nobody is let in', { '1.0': {}, '1.1': {}, '2.0': { updateFrom: '>=1.5' } }, ['unreachable 2.0']],
    ['only itself is let in', { '1.0': {}, '2.0': { updateFrom: '>=2.0' } }, ['unreachable 2.0']],
    [
      'the one in between is in a less stable channel',
      { '1.0': {}, '1.5': { channel: 'beta' }, '2.0': { updateFrom: '>=1.5' } },
      ['dead-end 2.0'],
    ],
    [
      'the one in between is in a more stable channel',
      { '1.0': {}, '1.5': {}, '2.0': { channel: 'beta', updateFrom: '>=1.5' } },
      [],
    ],
    ['a later release takes everybody', { '1.0': {}, '2.0': { updateFrom: '>=1.5' }, '2.1': {} }, []],
    [
      'a later release that takes everybody, in a less stable channel',
      { '1.0': {}, '2.0': { updateFrom: '>=1.5' }, '2.1': { channel: 'beta' } },
      ['unreachable 2.0'],
    ],
    [
      'a later release that takes everybody was withdrawn',
      { '1.0': {}, '2.0': { updateFrom: '>=1.5' }, '2.1': { withdrawn } },
      ['unreachable 2.0'],
    ],
    ['a withdrawn release strands nobody', { '1.0': {}, '2.0': { updateFrom: '>=1.5', withdrawn } }, []],
    [
      'a withdrawn version is installed somewhere',
      { '1.0': { withdrawn }, '2.0': { updateFrom: '>=1.5' } },
      ['unreachable 2.0'],
    ],
    [
      'a pre-release counts by its place in the order',
      { '1.5.0-beta.1': { channel: 'beta' }, '2.0': { updateFrom: '>=1.4' } },
      [],
    ],
  ])('%s', async (_reason, releases, expected) => {
    expect(await barriers(releases)).toEqual(expected);
  });

  test('a long history with steps is answered at once', async () => {
    const releases = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `${index + 1}.0`,
        { updateFrom: `>=${Math.max(1, index)}.0` },
      ]),
    );
    const context = contextOf(await treeOf(releases));
    const start = performance.now();
    expect(foundBy('step-dead-end', context)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
