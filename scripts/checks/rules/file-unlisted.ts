import { startOf } from '../../model/problem.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** A file that no build names is not published; most often a build was forgotten. */
export const fileUnlisted: Rule<'file-unlisted'> = {
  code: 'file-unlisted',
  severity: 'warning',
  *check(context) {
    for (const { extension, entry, release } of releasesIn(context)) {
      const listed = new Set(release.builds.map(({ file }) => file));
      const manifest = entry.manifest.file;
      for (const name of new Set([...entry.artifacts.keys(), ...entry.passports.keys()])) {
        if (listed.has(name)) continue;
        const file = entry.artifacts.has(name) ? name : `${name}.passport.json`;
        const path = `extensions/${extension.id}/${entry.folder}/${file}`;
        yield { place: startOf(path), args: { file, manifest } };
      }
    }
  },
};
