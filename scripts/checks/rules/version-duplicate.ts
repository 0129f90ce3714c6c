import { compareVersions } from '../../model/version.ts';
import { neighbours } from '../neighbours.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** `1.2` and `1.2.0.0` are one version (`formats.md`, section 1): nobody could tell which of them an infobase has. */
export const versionDuplicate: Rule<'version-duplicate'> = {
  code: 'version-duplicate',
  severity: 'error',
  *check(context) {
    for (const { releases } of extensionsIn(context)) {
      for (const [first, second] of neighbours(releases)) {
        const { version } = second.manifest.value;
        if (compareVersions(first.manifest.value.version, version) !== 0) continue;
        const args = { version: version.text, other: first.manifest.file };
        yield { place: second.manifest.placeOf('version'), args };
      }
    }
  },
};
