import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import { reportOf, type ReportInput } from '../../scripts/report/report.ts';
import { shownInstalled } from '../../scripts/report/reach-section.ts';
import type { Publication } from '../../scripts/report/publication.ts';
import { whoGetsThis, type Reach } from '../../scripts/report/who-gets-this.ts';
import { intervalText, mergeIntervals } from '../../scripts/model/interval.ts';
import { releaseTree, type ReleaseSketch, type TreeSketch } from '../catalog/release-tree.ts';

export const TODAY = '2026-11-20';

/** What would be published from a sketch of a tree. */
export function publication(sketch: TreeSketch): Publication {
  const tree = releaseTree(sketch);
  return { tree, documents: buildCatalog(tree, { readAgreement: () => new Uint8Array() }).documents };
}

/** One extension with these releases. */
export const crm = (...releases: readonly ReleaseSketch[]): Publication =>
  publication({ extensions: [{ id: 'crm', releases }] });

/** Rows of «who gets this» as texts: versions, platforms, installed, channels, before, after with codes of reasons. */
export const rowsOf = ({ changed }: Reach): readonly string[] =>
  changed.map((row) =>
    [
      row.configurations.join('+'),
      mergeIntervals(row.versions).map(intervalText).join(','),
      mergeIntervals(row.platforms).map(intervalText).join(','),
      shownInstalled(row.installed)
        .map((name) => name ?? 'none')
        .join(','),
      row.channels.join(','),
      `${row.before.offered ?? '-'} → ${row.after.offered ?? '-'}`,
      ...row.after.reasons.map(({ code }) => code),
      ...(row.after.withdrawn ? ['withdrawn'] : []),
    ].join(' | '),
  );

export const reachRows = async (
  before: Publication | undefined,
  now: Publication,
): Promise<readonly string[]> => rowsOf(await whoGetsThis(before, now, TODAY));

/** A report of a change without problems. */
export const report = (input: Partial<ReportInput>, limit?: number): Promise<string> =>
  reportOf(
    { inspected: new Map(), problems: [], today: TODAY, folder: 'releases/', locale: 'en', ...input },
    limit,
  );
