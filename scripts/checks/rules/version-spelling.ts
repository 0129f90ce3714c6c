import { parseVersion } from '../../model/version.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/**
 * A version has one spelling (`formats.md`, section 1): it is a folder, an address and what people compare by eye.
 * A folder that repeats the manifest's odd spelling is named in the same breath.
 */
export const versionSpelling: Rule<'version-spelling'> = {
  code: 'version-spelling',
  severity: 'error',
  *check(context) {
    for (const { entry, release } of releasesIn(context)) {
      const { raw, text } = release.version;
      const folder = entry.folder !== text && parseVersion(entry.folder)?.text === text ? entry.folder : '';
      if (raw === undefined && folder === '') continue;
      const place = entry.manifest.placeOf('version');
      yield { place, args: { written: raw ?? '', folder, version: text } };
    }
  },
};
