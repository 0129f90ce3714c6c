import { startOf } from '../../model/problem.ts';
import { extensionHistories, findRelease } from '../history.ts';
import type { Rule } from '../rule.ts';

/** What was published is installed somewhere: its history, its notes and its files must stay where they are named. */
export const publishedReleaseDeleted: Rule<'published-release-deleted'> = {
  code: 'published-release-deleted',
  severity: 'error',
  *check(context) {
    for (const { before, now } of extensionHistories(context)) {
      for (const release of before.releases) {
        if (findRelease(now, release) !== undefined) continue;
        const { file, value } = release.manifest;
        yield { place: startOf(file), args: { version: value.version.text, file } };
      }
    }
  },
};
