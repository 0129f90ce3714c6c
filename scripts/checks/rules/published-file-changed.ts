import { releaseHistories } from '../history.ts';
import type { Rule } from '../rule.ts';

/**
 * A file that was published is pinned in documents that clients keep, and lies in caches and mirrors: another one
 * under the same name would be refused by whoever knows the first.
 */
export const publishedFileChanged: Rule<'published-file-changed'> = {
  code: 'published-file-changed',
  severity: 'error',
  *check(context) {
    for (const { before, now } of releaseHistories(context)) {
      const version = now.manifest.value.version.text;
      for (const { file, sha256 } of before.manifest.value.builds) {
        const index = now.manifest.value.builds.findIndex((build) => build.file === file);
        const kept = now.manifest.value.builds[index];
        if (kept?.sha256 === sha256) continue;
        const place = now.manifest.placeOf('builds', ...(kept ? [index, 'sha256'] : []));
        yield { place, args: { version, file, was: sha256, is: kept?.sha256 ?? '' } };
      }
    }
  },
};
