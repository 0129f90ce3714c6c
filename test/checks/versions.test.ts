import { describe, expect, test } from 'vitest';
import { buildFor, contextOf, foundBy, treeOf, type WrittenReleases } from './release-tree.ts';

const withdrawn = { date: '2026-12-01', reason: 'Ошибка.' };

describe('version-not-increasing', () => {
  test.each<[string, WrittenReleases, readonly string[]]>([
    [
      'dates and versions grow together',
      { '1.0': { date: '2026-01-01' }, '2.0': { date: '2026-02-01' } },
      [],
    ],
    ['both on one day', { '1.0': { date: '2026-01-01' }, '1.1': { date: '2026-01-01' } }, []],
    ['a lower version later', { '1.0': { date: '2026-03-01' }, '2.0': { date: '2026-02-01' } }, ['1.0']],
    [
      'in another channel',
      { '1.0': { date: '2026-03-01' }, '2.0': { date: '2026-02-01', channel: 'beta' } },
      [],
    ],
    [
      'the greater one was withdrawn',
      { '1.0': { date: '2026-03-01' }, '2.0': { date: '2026-02-01', withdrawn } },
      [],
    ],
    [
      'the lower one was withdrawn',
      { '1.0': { date: '2026-03-01', withdrawn }, '2.0': { date: '2026-02-01' } },
      [],
    ],
    [
      'a repair of the old line, for configurations that the new one does not fit',
      {
        '1.9': { date: '2026-03-01', builds: [buildFor('>=3.0.100 <3.0.150')] },
        '2.0': { date: '2026-02-01', builds: [buildFor('>=3.0.150 <3.1')] },
      },
      [],
    ],
    [
      'a repair for platforms that the new line does not fit',
      {
        '1.9': { date: '2026-03-01', requires: { platform: '>=8.3.20' } },
        '2.0': { date: '2026-02-01', requires: { platform: '>=8.3.25' } },
      },
      [],
    ],
    [
      'two builds of the new line cover one of the old',
      {
        '1.9': { date: '2026-03-01', builds: [buildFor('>=3.0.100 <3.0.200')] },
        '2.0': {
          date: '2026-02-01',
          builds: [buildFor('>=3.0.100 <3.0.150'), buildFor('>=3.0.150 <3.1', 'new.cfe')],
        },
      },
      ['1.9'],
    ],
    [
      'the earliest of several greater versions counts',
      { '1.0': { date: '2026-03-01' }, '2.0': { date: '2026-02-01' }, '3.0': { date: '2026-04-01' } },
      ['1.0'],
    ],
  ])('%s', async (_reason, releases, expected) => {
    expect(foundBy('version-not-increasing', contextOf(await treeOf(releases)))).toEqual(expected);
  });
});

describe('spelling of versions and folders', () => {
  test.each<[string, { folder: string; version: string; found: readonly string[] }]>([
    ['canonical', { folder: '25.4', version: '25.4', found: [] }],
    ['the manifest has a zero', { folder: '25.4', version: '25.04', found: ['spelling 25.4'] }],
    ['the folder has a zero', { folder: '25.04', version: '25.4', found: ['spelling 25.04'] }],
    ['both have one', { folder: '25.04', version: '25.04', found: ['spelling 25.04'] }],
    ['a `v`', { folder: '1.2.3', version: 'v1.2.3', found: ['spelling 1.2.3'] }],
    ['another version', { folder: '1.3', version: '1.4', found: ['folder 1.3'] }],
    ['more parts are another folder', { folder: '1.2.0.0', version: '1.2', found: ['folder 1.2.0.0'] }],
  ])('%s', async (_reason, { folder, version, found }) => {
    const context = contextOf(await treeOf({ [folder]: { version } }));
    const spelling = foundBy('version-spelling', context).map((name) => `spelling ${name}`);
    const mismatch = foundBy('folder-version-mismatch', context).map((name) => `folder ${name}`);
    expect([...spelling, ...mismatch]).toEqual(found);
  });
});

describe('date-in-future', () => {
  test.each([
    ['2026-11-20', [], 'today'],
    ['2026-11-21', [], 'already tomorrow in Kamchatka'],
    ['2026-11-22', ['1.0 date'], 'tomorrow everywhere'],
  ])('%s → %j — %s', async (date, expected) => {
    expect(foundBy('date-in-future', contextOf(await treeOf({ '1.0': { date } })))).toEqual(expected);
  });

  test('looks at all dates of a release, across the end of a year', async () => {
    const tree = await treeOf({
      '1.0': {
        date: '2026-12-31',
        rollout: { percent: 10, pausedAt: '2027-01-02' },
        withdrawn: { date: '2027-01-01', reason: 'Ошибка.' },
      },
    });
    const context = contextOf(tree, { now: '2026-12-31' });
    expect(foundBy('date-in-future', context)).toEqual(['1.0 rollout.pausedAt']);
  });
});
