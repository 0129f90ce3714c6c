import { lintNotes } from '../../notes/index.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** Notes are text by strangers that a site renders: what could run there is refused here, before anything renders. */
export const notesForbiddenMarkup: Rule<'notes-forbidden-markup'> = {
  code: 'notes-forbidden-markup',
  severity: 'error',
  *check(context) {
    for (const { entry } of releasesIn(context)) {
      for (const { file, text, format } of entry.notes) {
        for (const { code, line, column, length, args } of lintNotes(text, format)) {
          yield { place: { file, line, column, length }, args: { ...args, reason: code } };
        }
      }
    }
  },
};
