import { compareText } from '../model/problem.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import type { Statistics, StatisticsDocument } from '../model/statistics.ts';

/** `statistics.json`: downloads of the extensions that are published. How far sources were read stays in the tree. */
export function statisticsDocument(
  { sources, extensions }: Statistics,
  tree: Pick<ReleaseTree, 'extensions'>,
): StatisticsDocument {
  const published = new Set(tree.extensions.map(({ id }) => id));
  return {
    type: 'statistics',
    formatVersion: 1,
    through:
      sources
        .map(({ through }) => through)
        .sort(compareText)
        .at(-1) ?? '1970-01-01',
    extensions: extensions
      .filter(({ id }) => published.has(id))
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, total, releases, days }) => ({
        id,
        total,
        releases: releases.map(({ version, downloads }) => ({ version, downloads })),
        days: days.map(({ date, downloads }) => ({ date, downloads })),
      })),
  };
}
