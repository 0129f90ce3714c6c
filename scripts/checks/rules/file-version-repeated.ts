import { reportedVersions } from '../../model/file-version.ts';
import type { ReleaseEntry } from '../../model/release-tree.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/**
 * Files of two releases that say the same version: an infobase that reports it is taken to have the newer one, is not
 * offered the update, and is not told that the older one was withdrawn.
 */
export const fileVersionRepeated: Rule<'file-version-repeated'> = {
  code: 'file-version-repeated',
  severity: 'warning',
  *check(context) {
    for (const { releases } of extensionsIn(context)) {
      const seen = new Map<string, ReleaseEntry>();
      for (const entry of releases) {
        const { manifest } = entry;
        for (const text of reportedOf(entry)) {
          const other = seen.get(text)?.manifest.value.version.text;
          seen.set(text, entry);
          if (other === undefined) continue;
          const field = manifest.value.fileVersion === undefined ? 'version' : 'fileVersion';
          yield {
            place: manifest.placeOf(field),
            args: { fileVersion: text, version: manifest.value.version.text, other },
          };
        }
      }
    }
  },
};

function reportedOf({ manifest: { value } }: ReleaseEntry): ReadonlySet<string> {
  const { version, fileVersion, builds } = value;
  return reportedVersions({
    version: version.text,
    ...(fileVersion !== undefined && { fileVersion }),
    builds,
  });
}
