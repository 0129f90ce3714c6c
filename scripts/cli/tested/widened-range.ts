import { intervalText, mergeIntervals, successor } from '../../model/interval.ts';
import type { VersionRange } from '../../model/version-range.ts';
import { compareVersions, parseVersion, type Version } from '../../model/version.ts';

/**
 * The range with its highest run led up to the end of the line of a version: `>=3.0.140 <3.1` and 3.1.2.5 give
 * `>=3.0.140 <3.2`. A version below or in a gap is put in alone.
 */
export function widenedTo({ intervals }: VersionRange, version: Version): string {
  const last = intervals.at(-1);
  const alone = { from: version, to: successor(version) };
  const isAbove = last !== undefined && compareVersions(last.to, version) <= 0;
  const added = isAbove ? { from: last.from, to: lineAfter(version) } : alone;
  return mergeIntervals([...intervals, added])
    .map(intervalText)
    .join(' || ');
}

/** The first version of the next line: 3.1.2.5 → 3.2. */
function lineAfter({ parts: [major = 0, minor = 0] }: Version): Version {
  const next = parseVersion(`${major}.${minor + 1}`);
  if (next === undefined) throw new RangeError('a version is made of four safe integers');
  return next;
}
