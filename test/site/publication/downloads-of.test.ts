import { expect, test } from 'vitest';
import { extensionDigest } from '../../../site/publication/extension-digest.ts';
import { publicationOf } from '../../../site/publication/publication-of.ts';
import type { Publication } from '../../../site/publication/publication.ts';
import type { Statistics } from '../../../scripts/model/statistics.ts';
import { releaseTree } from '../../catalog/release-tree.ts';

const tree = releaseTree({
  extensions: [
    { id: 'crm', releases: [{ version: '1.4' }] },
    { id: 'tags', releases: [{ version: '1.0' }] },
  ],
});

const counted = (total: number, through: string): Statistics => ({
  formatVersion: 1,
  sources: [{ name: 'log', through }],
  extensions: [{ id: 'crm', total, releases: [], days: [] }],
});

const published = (statistics?: Statistics): Publication =>
  publicationOf(
    { ...tree, ...(statistics && { statistics }) },
    { readAgreement: () => new Uint8Array(), pagesOf: () => [], screenshotsOf: () => [] },
  );

const digests = (publication: Publication): readonly string[] =>
  publication.extensions.map((extension) => extensionDigest(extension, publication));

test('only what was downloaded gets a number', () => {
  expect(published().extensions.map(({ downloads }) => downloads)).toEqual([undefined, undefined]);
  expect(published(counted(5, '2026-11-19')).extensions.map(({ downloads }) => downloads?.total)).toEqual([
    5,
    undefined,
  ]);
});

test('a day on which nobody downloaded draws no page again, a download only those of its extension', () => {
  const [crm, tags] = digests(published(counted(5, '2026-11-19')));
  expect(digests(published(counted(5, '2026-11-20')))).toEqual([crm, tags]);
  const after = digests(published(counted(6, '2026-11-20')));
  expect([after[0] === crm, after[1] === tags]).toEqual([false, true]);
});
