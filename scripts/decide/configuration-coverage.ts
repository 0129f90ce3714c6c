import { isForConfiguration } from '../model/any-configuration.ts';
import { intersect, isCovered, mergeIntervals, toIntervals } from '../model/interval.ts';
import type { Interval } from '../model/interval.ts';
import type { BuildConfiguration, Release } from '../model/release.ts';
import { admitsPrereleases, isSubset } from '../model/version-range.ts';
import type { VersionRange } from '../model/version-range.ts';
import { isStaged } from './rollout.ts';

/** A release and the versions of one configuration that it is for, worked out once. */
export interface Coverage {
  readonly release: Release;
  /** Configuration versions that some build is made for. */
  readonly made: readonly Interval[];
  /** Those of them that it was tried with. */
  readonly tested: readonly Interval[];
  /** Some range admits pre-releases, which the intervals do not show. */
  readonly isOdd: boolean;
}

/** What a release covers of a configuration; `undefined` when no build is for it. */
export function coverageOf(release: Release, configuration: string): Coverage | undefined {
  const claims = release.builds
    .flatMap(({ configurations }) => configurations)
    .filter((made) => isForConfiguration(made, configuration));
  if (claims.length === 0) return undefined;
  return {
    release,
    made: mergeIntervals(claims.flatMap(({ version }) => version.intervals)),
    tested: mergeIntervals(claims.flatMap(testedIntervals)),
    isOdd: claims.some(({ version }) => admitsPrereleases(version)),
  };
}

function testedIntervals({ version, tested }: BuildConfiguration): readonly Interval[] {
  if (tested === undefined) return version.intervals;
  const tried = toIntervals([[{ operator: '<=', version: tested }]]);
  return version.intervals.flatMap((run) => tried.map((other) => intersect(run, other)));
}

/**
 * Whether `newer` fits every infobase that `older` fits, and may be put over every version that `older` may be put
 * over. A staged rollout covers nobody, because somebody waits for it. False where it is not certain.
 *
 * @param channels the publisher's channels, the most stable first
 */
export function covers(newer: Coverage, older: Coverage, channels: readonly string[]): boolean {
  const [release, other] = [newer.release, older.release];
  return (
    release.withdrawn === undefined &&
    !isStaged(release) &&
    isAsStable(release, other, channels) &&
    !older.isOdd &&
    isCovered(older.made, newer.made) &&
    isCovered(older.tested, newer.tested) &&
    isLooser(release.requires.platform, other.requires.platform) &&
    isLooser(release.requires.ssl, other.requires.ssl) &&
    isLooser(release.updateFrom, other.updateFrom)
  );
}

const isAsStable = (release: Release, other: Release, channels: readonly string[]): boolean =>
  channels.includes(release.channel) && channels.indexOf(release.channel) <= channels.indexOf(other.channel);

/** Whether the first condition admits all that the second admits. No condition admits everything. */
const isLooser = (range: VersionRange | undefined, other: VersionRange | undefined): boolean =>
  range === undefined || (other !== undefined && isSubset(other, range));
