import { coverageOf, covers } from '../../decide/configuration-coverage.ts';
import type { ReleaseEntry } from '../../model/release-tree.ts';
import type { Release } from '../../model/release.ts';
import { compareVersions } from '../../model/version.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/**
 * The newest version that fits wins, whatever its date: a later release with a lower version in the same channel is
 * offered to nobody. A repair of an older line is fine where it fits infobases that the greater version does not fit.
 */
export const versionNotIncreasing: Rule<'version-not-increasing'> = {
  code: 'version-not-increasing',
  severity: 'error',
  *check(context) {
    const { channels } = context.tree.publisher.value;
    for (const { releases } of extensionsIn(context)) {
      for (const { hidden, by } of hiddenReleases(releases, channels)) {
        const { version, date, channel } = hidden.manifest.value;
        const args = { version: version.text, date, channel, other: by.version.text, otherDate: by.date };
        yield { place: hidden.manifest.placeOf('version'), args };
      }
    }
  },
};

interface Hidden {
  readonly hidden: ReleaseEntry;
  readonly by: Release;
}

/** From the newest version down: of each channel, the greater version with the earliest date is the one to beat. */
function* hiddenReleases(releases: readonly ReleaseEntry[], channels: readonly string[]): Generator<Hidden> {
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
