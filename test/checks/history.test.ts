import { describe, expect, test } from 'vitest';
import type { WrittenRelease } from '../../scripts/source/index.ts';
import { buildFor, contextOf, foundBy, treeOf } from './release-tree.ts';

type Change = Partial<WrittenRelease>;

const withdrawn = { date: '2026-02-01', reason: 'Ошибка.' };
const file = (sha256: string, name = 'crm.cfe'): WrittenRelease['builds'][number] => ({
  ...buildFor('>=3.0', name),
  sha256: sha256.repeat(64),
});

describe('what may change in a published release', () => {
  test.each<[string, Change, Change]>([
    ['nothing', {}, {}],
    ['to whom it is offered: rollout', {}, { rollout: { percent: 10 } }],
    ['… importance', {}, { importance: 'critical' }],
    ['… requirements', {}, { requires: { platform: '>=8.3.25' } }],
    ['… the way to it', {}, { updateFrom: '>=0.9' }],
    ['… ranges of configurations', {}, { builds: [buildFor('>=3.0 <3.2')] }],
    ['a withdrawal', {}, { withdrawn }],
    ['the reason of a withdrawal', { withdrawn }, { withdrawn: { ...withdrawn, reason: 'Скидки.' } }],
    ['a more stable channel', { channel: 'beta' }, { channel: 'stable' }],
    ['one more file', {}, { builds: [buildFor('>=3.0 <3.1'), buildFor('>=3.1', 'new.cfe')] }],
    [
      'where the file lies',
      {},
      { builds: [{ ...buildFor('>=3.0'), urls: ['https://mirror.example/crm.cfe'] }] },
    ],
  ])('%s', async (_reason, before, now) => {
    const context = contextOf(await treeOf({ '1.0': now }), { previous: await treeOf({ '1.0': before }) });
    expect(foundBy('published-release-changed', context)).toEqual([]);
    expect(foundBy('published-file-changed', context)).toEqual([]);
  });
});

describe('what may not', () => {
  test.each<[string, Change, Change, readonly string[]]>([
    ['the date, because licences count by it', {}, { date: '2026-01-02' }, ['1.0 date']],
    ['a less stable channel', {}, { channel: 'beta' }, ['1.0 channel']],
    ['a channel that the publisher does not have', {}, { channel: 'nightly' }, ['1.0 channel']],
    [
      'safe mode, to which an administrator agreed',
      {},
      { install: { safeMode: false } },
      ['1.0 install.safeMode'],
    ],
    ['a security profile', {}, { install: { safeMode: 'Обмен' } }, ['1.0 install.safeMode']],
    ['what is to be published', {}, { install: { publish: ['httpServices'] } }, ['1.0 install.publish']],
    ['a withdrawal that infobases were told of', { withdrawn }, {}, ['1.0 withdrawn']],
  ])('%s', async (_reason, before, now, expected) => {
    const context = contextOf(await treeOf({ '1.0': now }), { previous: await treeOf({ '1.0': before }) });
    expect(foundBy('published-release-changed', context)).toEqual(expected);
  });

  test.each<[string, Change, Change, readonly string[]]>([
    ['another file', { builds: [file('0')] }, { builds: [file('1')] }, ['1.0']],
    ['no file any more', { builds: [file('0'), file('1', 'ut.cfe')] }, { builds: [file('0')] }, ['1.0']],
    ['the file under another name', { builds: [file('0')] }, { builds: [file('0', 'new.cfe')] }, ['1.0']],
    [
      'the same files in another order',
      { builds: [file('0'), file('1', 'ut.cfe')] },
      { builds: [file('1', 'ut.cfe'), file('0')] },
      [],
    ],
  ])('files: %s', async (_reason, before, now, expected) => {
    const context = contextOf(await treeOf({ '1.0': now }), { previous: await treeOf({ '1.0': before }) });
    expect(foundBy('published-file-changed', context)).toEqual(expected);
  });
});

describe('what disappears', () => {
  test('a release, but not one whose folder gets the right spelling', async () => {
    const previous = await treeOf({ '25.04': { version: '25.04' }, '25.5': {} });
    const context = contextOf(await treeOf({ '25.4': {} }), { previous });
    expect(foundBy('published-release-deleted', context)).toEqual(['25.5']);
  });

  test('an extension, unless it is none of those that are checked', async () => {
    const previous = await treeOf({ '1.0': {} });
    const tree = { ...(await treeOf({})), extensions: [] };
    expect(foundBy('published-extension-deleted', contextOf(tree, { previous }))).toEqual(['crm']);
    const only = new Set(['other']);
    expect(foundBy('published-extension-deleted', contextOf(tree, { previous, only }))).toEqual([]);
  });

  test('a root of trust', async () => {
    const roots = {
      before: new Map([['trust/1.root.json', 'a']]),
      now: new Map([['trust/2.root.json', 'b']]),
    };
    expect(foundBy('trust-root-changed', contextOf(await treeOf({}), { roots }))).toEqual(['trust']);
  });
});

test('without a published tree nothing was published', async () => {
  const context = contextOf(await treeOf({ '1.0': {} }));
  expect(foundBy('published-release-deleted', context)).toEqual([]);
});

test('only the wanted extensions are reported, and the others are still compared with', async () => {
  const tree = await treeOf({ '1.0': { channel: 'nightly' } });
  const [crm] = tree.extensions;
  const twin = crm && { ...crm, id: 'crm-two' };
  const both = { ...tree, extensions: twin ? [crm, twin] : [] };
  const context = contextOf(both, { only: new Set(['crm-two']) });
  expect(foundBy('channel-unknown', context)).toHaveLength(1);
  expect(foundBy('extension-name-duplicate', context)).toHaveLength(1);
  expect(foundBy('extension-name-duplicate', contextOf(both, { only: new Set(['crm']) }))).toEqual([]);
});
