import { END, START, type Interval } from '../model/interval.ts';
import { parseRange } from '../model/version-range.ts';
import { compareVersions, parseVersion, type Version } from '../model/version.ts';
import { successor } from '../model/interval.ts';

/** Where answers may change along a line of versions, as published. */
export interface Turns {
  readonly ranges: readonly string[];
  /** Newest tested versions: after each of them the answer may be another. */
  readonly tested: readonly string[];
}

/**
 * Cuts the line of all numeric versions into runs in which every range gives one answer, so that one version of each
 * run speaks for the whole run. Sorted, without gaps.
 */
export function segmentsOf({ ranges, tested }: Turns): readonly Interval[] {
  const bounds = ranges
    .flatMap((range) => parseRange(range)?.intervals ?? [])
    .flatMap(({ from, to }) => [from, to]);
  const afterTested = tested.flatMap((text) => parseVersion(text) ?? []).map(successor);
  const points = distinct([START, ...bounds, ...afterTested]).filter(
    (point) => compareVersions(point, END) < 0,
  );
  return points.map((from, index) => ({ from, to: points[index + 1] ?? END }));
}

const distinct = (versions: readonly Version[]): readonly Version[] =>
  versions
    .toSorted(compareVersions)
    .filter((version, index, all) => index === 0 || compareVersions(all[index - 1] ?? START, version) !== 0);
