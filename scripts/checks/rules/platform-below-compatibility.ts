import { admitsOlderPlatform, platformOfMode } from '../platforms.ts';
import type { Rule } from '../rule.ts';
import { buildsIn, describedBy } from '../scope.ts';

/** A platform older than the extension's compatibility mode does not attach it: nobody there should be offered it. */
export const platformBelowCompatibility: Rule<'platform-below-compatibility'> = {
  code: 'platform-below-compatibility',
  severity: 'error',
  *check(context) {
    for (const site of buildsIn(context)) {
      const platform = platformOfMode(describedBy(site)?.extensionCompatibilityMode ?? '');
      const required = site.release.requires.platform;
      if (platform === undefined || !admitsOlderPlatform(required, platform)) continue;
      const place = site.entry.manifest.placeOf('requires', 'platform');
      yield { place, args: { file: site.build.file, platform, range: required?.text ?? '' } };
    }
  },
};
