import { compareVersions } from '../../model/version.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** Whoever runs a withdrawn release is told what to install instead: it must exist and be good. */
export const replacementMissing: Rule<'replacement-missing'> = {
  code: 'replacement-missing',
  severity: 'error',
  *check(context) {
    for (const { extension, entry, release } of releasesIn(context)) {
      const replacement = release.withdrawn?.replacement;
      if (replacement === undefined) continue;
      const found = extension.releases
        .map(({ manifest }) => manifest.value)
        .find(({ version }) => compareVersions(version, replacement) === 0);
      if (found !== undefined && found.withdrawn === undefined) continue;
      const why = found === undefined ? 'absent' : 'withdrawn';
      const place = entry.manifest.placeOf('withdrawn', 'replacement');
      yield { place, args: { replacement: replacement.text, why } };
    }
  },
};
