import { compareVersions, parseVersion, type Version } from '../../model/version.ts';
import type { Rule } from '../rule.ts';
import { buildsIn, describedBy } from '../scope.ts';

/**
 * An infobase reports the version inside the file. If it differs from the release's, the infobase is offered the same
 * release again for ever, or never learns that its version was withdrawn.
 */
export const fileVersionMismatch: Rule<'file-version-mismatch'> = {
  code: 'file-version-mismatch',
  severity: 'error',
  *check(context) {
    for (const site of buildsIn(context)) {
      const described = describedBy(site);
      const { version } = site.release;
      const told = site.build.fileVersion ?? site.release.fileVersion;
      if (described === undefined || isTold(described.version, told, version)) continue;
      const args = { file: site.build.file, actual: described.version, version: told ?? version.text };
      yield { place: site.placeOf('file'), args };
    }
  },
};

/** A text that the manifest gives is compared to the letter: infobases report the file's own. */
const isTold = (actual: string, told: string | undefined, version: Version): boolean =>
  told === undefined ? isSame(actual, version) : actual === told;

/** Spelling aside: `25.04` in the file is `25.4` in the manifest. */
function isSame(told: string, version: Version): boolean {
  const inner = parseVersion(told.trim());
  return inner !== undefined && compareVersions(inner, version) === 0;
}
