import type { Comparator, ComparatorSet } from './comparator.ts';
import { compareVersions } from './version.ts';
import type { Version } from './version.ts';

/**
 * A run of numeric versions, `from` included and `to` excluded. Four safe integers count up like the digits of a
 * number, so the numeric versions that a range admits are always a list of such runs, and `>1.2.3.4` is the same as
 * `>=1.2.3.5`.
 */
export interface Interval {
  readonly from: Version;
  readonly to: Version;
}

const numeric = (...parts: readonly number[]): Version => ({ parts, prerelease: [], text: parts.join('.') });

/** The least version. */
export const START = numeric(0);

/** Greater than every version: the end of an interval that has none. */
export const END = numeric(Infinity);

/** The numeric versions that the alternatives admit: sorted, apart, as few runs as possible. Pre-releases are left out. */
export function toIntervals(alternatives: readonly ComparatorSet[]): readonly Interval[] {
  return mergeIntervals(
    alternatives.map((set) => set.map(toInterval).reduce(intersect, { from: START, to: END })),
  );
}

function toInterval({ operator, version }: Comparator): Interval {
  const first = numeric(...version.parts);
  // A pre-release lies just before its version: the next numeric version is that version itself.
  const after = version.prerelease.length > 0 ? first : successor(first);
  switch (operator) {
    case '<':
      return { from: START, to: first };
    case '<=':
      return { from: START, to: after };
    case '>':
      return { from: after, to: END };
    case '>=':
      return { from: first, to: END };
    case '=':
      return { from: first, to: after };
  }
}

/** The next numeric version: `1.2` is followed by `1.2.0.1`. */
export function successor({ parts }: Version): Version {
  const padded = [...parts, 0, 0, 0].slice(0, 4);
  const last = padded.findLastIndex((part) => part < Number.MAX_SAFE_INTEGER);
  return last === -1 ? END : numeric(...padded.slice(0, last), (padded[last] ?? 0) + 1);
}

/** The same versions as sorted runs with a gap between any two. */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const interval of intervals.filter(isInhabited).toSorted((a, b) => compareVersions(a.from, b.from))) {
    const last = merged.at(-1);
    if (last === undefined || compareVersions(last.to, interval.from) < 0) merged.push(interval);
    else merged[merged.length - 1] = { from: last.from, to: later(last.to, interval.to) };
  }
  return merged;
}

/** Whether a version lies in the interval. */
export const isInhabited = ({ from, to }: Interval): boolean => compareVersions(from, to) < 0;

/** The versions of both intervals; not inhabited when there are none. */
export const intersect = (a: Interval, b: Interval): Interval => ({
  from: later(a.from, b.from),
  to: compareVersions(a.to, b.to) < 0 ? a.to : b.to,
});

/** Whether every version of `inner` lies in `outer`; the latter as `mergeIntervals` gives it. */
export const isCovered = (inner: readonly Interval[], outer: readonly Interval[]): boolean =>
  inner.every((run) => outer.some((cover) => isWithin(run, cover)));

const isWithin = (inner: Interval, outer: Interval): boolean =>
  compareVersions(outer.from, inner.from) <= 0 && compareVersions(inner.to, outer.to) <= 0;

const later = (a: Version, b: Version): Version => (compareVersions(a, b) < 0 ? b : a);

/** The interval in the grammar of ranges, as short as it reads well: `>=3.0.140 <3.1`. */
export function intervalText({ from, to }: Interval): string {
  if (compareVersions(successor(from), to) === 0) return shorten(from, 3);
  const lower = compareVersions(from, START) === 0 ? [] : [`>=${shorten(from, 2)}`];
  const upper = compareVersions(to, END) === 0 ? [] : [`<${shorten(to, 2)}`];
  return [...lower, ...upper].join(' ') || '*';
}

/** Leaves out zeros at the end, down to `least` parts: a range with fewer would mean something else. */
function shorten({ parts }: Version, least: number): string {
  const padded = [...parts, 0, 0, 0].slice(0, 4);
  const last = padded.findLastIndex((part) => part > 0);
  return padded.slice(0, Math.max(least, last + 1)).join('.');
}
