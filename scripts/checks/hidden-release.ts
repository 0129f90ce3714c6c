import { coverageOf, covers } from '../decide/configuration-coverage.ts';
import type { ReleaseEntry } from '../model/release-tree.ts';
import type { Release } from '../model/release.ts';
import { compareVersions } from '../model/version.ts';

/** A release with the one of its channel that keeps it from everybody. */
export interface Hidden {
  readonly hidden: ReleaseEntry;
  readonly by: Release;
}

/**
 * Releases that came after a greater version of their channel which fits all that they fit. From the newest version
 * down: of each channel, the greater version with the earliest date is the one to beat.
 */
export function* hiddenReleases(
  releases: readonly ReleaseEntry[],
  channels: readonly string[],
): Generator<Hidden> {
  const earliest = new Map<string, Release>();
  for (const entry of releases.toReversed()) {
    const release = entry.manifest.value;
    if (release.withdrawn !== undefined) continue;
    const by = earliest.get(release.channel);
    if (by !== undefined && by.date < release.date && hides(by, release, channels))
      yield { hidden: entry, by };
    if (by === undefined || release.date < by.date) earliest.set(release.channel, release);
  }
}

/** Does the greater version fit every infobase that the lower one fits? */
function hides(greater: Release, lower: Release, channels: readonly string[]): boolean {
  if (compareVersions(greater.version, lower.version) === 0) return false;
  const names = lower.builds.flatMap(({ configurations }) => configurations.map(({ name }) => name));
  return names.every((name) => {
    const [newer, older] = [coverageOf(greater, name), coverageOf(lower, name)];
    return newer !== undefined && older !== undefined && covers(newer, older, channels);
  });
}
