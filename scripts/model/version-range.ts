import { admitsAll } from './comparator.ts';
import type { ComparatorSet } from './comparator.ts';
import { intersect, intervalText, isCovered, isInhabited, mergeIntervals, toIntervals } from './interval.ts';
import type { Interval } from './interval.ts';
import { parseAlternatives } from './range-grammar.ts';
import { compareVersions } from './version.ts';
import type { Version } from './version.ts';

/** Which versions a rule of compatibility admits, in node-semver's grammar over up to four parts (`formats.md`, section 1). */
export interface VersionRange {
  /** As it was written, with single spaces. */
  readonly text: string;
  /** Sets of conditions, one of which must hold. */
  readonly alternatives: readonly ComparatorSet[];
  /** The numeric versions it admits: sorted, apart, as few runs as possible. */
  readonly intervals: readonly Interval[];
}

/** A range that admits no version: what stands for one that cannot be read. */
export const NOTHING: VersionRange = { text: '<0', alternatives: [], intervals: [] };

/** Longest text that can be a range. node-semver has no such limit; here ranges come from strangers. */
export const MAX_RANGE_LENGTH = 4096;

/**
 * Reads a range, or gives `undefined`. Over versions of three parts every answer is node-semver's, its leniency with
 * spaces, `v` and `=` included; see `parseAlternatives` for the two accidents that are not repeated. Takes time
 * proportional to the length of the text.
 */
export function parseRange(text: string): VersionRange | undefined {
  if (text.length > MAX_RANGE_LENGTH) return undefined;
  const written = text.trim().replace(/\s+/g, ' ');
  const alternatives = parseAlternatives(written);
  return alternatives && { text: written, alternatives, intervals: toIntervals(alternatives) };
}

/** Whether the range admits the version. */
export function admits(range: VersionRange, version: Version): boolean {
  return range.alternatives.some((set) => admitsAll(set, version));
}

/**
 * Whether the version lies within the range by its place in the order alone, asked for or not: `2.0.0-beta` lies
 * between the ends of `>=1.2`, which does not admit it. For versions that are already there and only have to be old
 * or new enough.
 */
export function spans(range: VersionRange, version: Version): boolean {
  const within = range.intervals.some(
    ({ from, to }) => compareVersions(from, version) <= 0 && compareVersions(version, to) < 0,
  );
  // For numeric versions the intervals say it all.
  return within || (version.prerelease.length > 0 && admits(range, version));
}

/** Whether the range admits no version at all, pre-releases included: `>2 <1`. */
export function admitsNothing(range: VersionRange): boolean {
  return range.intervals.length === 0 && !admitsPrereleases(range);
}

/**
 * Whether every version that `inner` admits is admitted by `outer`; exact, pre-releases included. What `inner` spans
 * is then spanned by `outer` too.
 */
export function isSubset(inner: VersionRange, outer: VersionRange): boolean {
  return (
    isCovered(inner.intervals, outer.intervals) &&
    turningPoints(inner, outer).every((version) => !admits(inner, version) || admits(outer, version))
  );
}

/** Whether the range admits some pre-release. */
export function admitsPrereleases(range: VersionRange): boolean {
  return turningPoints(range).some((version) => admits(range, version));
}

/** Whether some version is admitted by both; exact, pre-releases included. */
export function overlap(a: VersionRange, b: VersionRange): boolean {
  return (
    a.intervals.some((run) => b.intervals.some((other) => isInhabited(intersect(run, other)))) ||
    turningPoints(a, b).some((version) => admits(a, version) && admits(b, version))
  );
}

/**
 * The union of ranges. Its text is in normal form, `>=3.0.140 <3.1 || >=3.2`: equal sets of numeric versions give
 * equal texts. Pre-releases drop out of the text; the value still admits those that its ranges admit.
 */
export function union(ranges: readonly VersionRange[]): VersionRange {
  const intervals = mergeIntervals(ranges.flatMap((range) => range.intervals));
  return {
    text: intervals.map(intervalText).join(' || ') || NOTHING.text,
    alternatives: ranges.flatMap((range) => range.alternatives),
    intervals,
  };
}

/** The text of the union of ranges; `<0` when nothing is admitted. */
export const unionText = (ranges: readonly VersionRange[]): string => union(ranges).text;

/**
 * The pre-releases at which the answers of these ranges can change. Among pre-releases of one version an answer
 * changes only at a bound, just after a bound (the next version after `1.2.3-a` is `1.2.3-a.0`) or at the first
 * pre-release (`1.2.3-0`), so what holds for these holds for all.
 */
function turningPoints(...ranges: readonly VersionRange[]): readonly Version[] {
  return ranges
    .flatMap((range) => range.alternatives.flat())
    .filter(({ version }) => version.prerelease.length > 0)
    .flatMap(({ version }) => [
      version,
      { ...version, prerelease: [...version.prerelease, 0] },
      { ...version, prerelease: [0] },
    ]);
}
