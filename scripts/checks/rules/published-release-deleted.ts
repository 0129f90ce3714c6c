import { startOf } from '../../model/problem.ts';
import { deletedReleases } from '../history.ts';
import type { Rule } from '../rule.ts';

/** What was published is installed somewhere: its history, its notes and its files must stay where they are named. */
export const publishedReleaseDeleted: Rule<'published-release-deleted'> = {
  code: 'published-release-deleted',
  severity: 'error',
  *check(context) {
    for (const { manifest } of deletedReleases(context)) {
      const { file, value } = manifest;
      yield { place: startOf(file), args: { version: value.version.text, file } };
    }
  },
};
