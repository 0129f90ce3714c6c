import { hiddenReleases } from '../hidden-release.ts';
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
