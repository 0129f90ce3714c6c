import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** Files of a release are published under their names; systems that ignore case would keep one of two. */
export const buildFileRepeated: Rule<'build-file-repeated'> = {
  code: 'build-file-repeated',
  severity: 'error',
  *check(context) {
    for (const { entry, release } of releasesIn(context)) {
      const seen = new Set<string>();
      for (const [index, { file }] of release.builds.entries()) {
        const key = file.toLowerCase();
        if (seen.has(key)) yield { place: entry.manifest.placeOf('builds', index, 'file'), args: { file } };
        seen.add(key);
      }
    }
  },
};
