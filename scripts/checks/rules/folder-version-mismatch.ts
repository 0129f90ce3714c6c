import { parseVersion } from '../../model/version.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** A folder named after another version: copied, and one of the two forgotten. */
export const folderVersionMismatch: Rule<'folder-version-mismatch'> = {
  code: 'folder-version-mismatch',
  severity: 'error',
  *check(context) {
    for (const { entry, release } of releasesIn(context)) {
      const { text } = release.version;
      if (parseVersion(entry.folder)?.text === text) continue;
      yield { place: entry.manifest.placeOf('version'), args: { version: text, folder: entry.folder } };
    }
  },
};
