import { startOf } from '../../model/problem.ts';
import { isPlaceholder } from '../../notes/index.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** A mark for later explains as much as nothing does, and is published for ever. */
export const notesPlaceholder: Rule<'notes-placeholder'> = {
  code: 'notes-placeholder',
  severity: 'error',
  *check(context) {
    for (const { entry } of releasesIn(context)) {
      for (const { file, text } of entry.notes) {
        if (text.trim() !== '' && isPlaceholder(text)) yield { place: startOf(file), args: { file } };
      }
    }
  },
};
