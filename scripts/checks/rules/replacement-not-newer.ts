import { compareVersions } from '../../model/version.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** Installers only go up: a replacement below the withdrawn version would be offered to nobody who runs it. */
export const replacementNotNewer: Rule<'replacement-not-newer'> = {
  code: 'replacement-not-newer',
  severity: 'error',
  *check(context) {
    for (const { entry, release } of releasesIn(context)) {
      const replacement = release.withdrawn?.replacement;
      if (replacement === undefined || compareVersions(replacement, release.version) > 0) continue;
      const place = entry.manifest.placeOf('withdrawn', 'replacement');
      yield { place, args: { replacement: replacement.text, version: release.version.text } };
    }
  },
};
