import { compareText } from '../model/problem.ts';
import type { ExtensionDownloads, Statistics, StatisticsSource } from '../model/statistics.ts';
import type { Count } from './download-counter.ts';

/** Days of which the numbers are kept one by one. Totals keep all. */
const KEPT_DAYS = 366;

/** Statistics of a repository in which nothing was counted yet. */
export const NO_STATISTICS: Statistics = { formatVersion: 1, sources: [], extensions: [] };

/** Adds what a source has newly brought, and remembers how far it was read. */
export function addCounts(
  kept: Statistics,
  { counts, source }: { readonly counts: readonly Count[]; readonly source: StatisticsSource },
): Statistics {
  const sources = [...kept.sources.filter(({ name }) => name !== source.name), source];
  const byId = new Map(kept.extensions.map((extension) => [extension.id, extension]));
  for (const [id, added] of Map.groupBy(counts, (count) => count.id)) {
    byId.set(id, withCounts(byId.get(id) ?? { id, total: 0, releases: [], days: [] }, added));
  }
  return {
    formatVersion: 1,
    sources: sources.sort((a, b) => compareText(a.name, b.name)),
    extensions: [...byId.values()].sort((a, b) => compareText(a.id, b.id)),
  };
}

function withCounts(extension: ExtensionDownloads, added: readonly Count[]): ExtensionDownloads {
  const releases = new Map(extension.releases.map(({ version, downloads }) => [version, downloads]));
  const days = new Map(extension.days.map(({ date, downloads }) => [date, downloads]));
  for (const { version, date, downloads } of added) {
    if (downloads === 0) continue;
    releases.set(version, (releases.get(version) ?? 0) + downloads);
    if (date !== undefined) days.set(date, (days.get(date) ?? 0) + downloads);
  }
  return {
    id: extension.id,
    total: extension.total + added.reduce((sum, { downloads }) => sum + downloads, 0),
    releases: sorted(releases).map(([version, downloads]) => ({ version, downloads })),
    days: sorted(days)
      .map(([date, downloads]) => ({ date, downloads }))
      .slice(-KEPT_DAYS),
  };
}

const sorted = (numbers: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...numbers].sort(([a], [b]) => compareText(a, b));

/** As it is kept: indented, so that a pull request shows in lines what was counted. */
export const statisticsText = (statistics: Statistics): string => `${JSON.stringify(statistics, null, 1)}\n`;
