import { lintNotes, notePictures } from '../../notes/index.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** A customer would see a broken picture, and nobody would tell the vendor. */
export const notesPictureMissing: Rule<'notes-picture-missing'> = {
  code: 'notes-picture-missing',
  severity: 'error',
  *check(context) {
    for (const { entry } of releasesIn(context)) {
      for (const { file, text, format } of entry.notes) {
        const missing = notePictures(text, format).filter(({ path }) => entry.pictures?.has(path) !== true);
        // What a text that is refused would show is not known, and its refusal says enough.
        if (missing.length > 0 && lintNotes(text, format).length > 0) continue;
        for (const { path, ...at } of missing) {
          yield { place: { file, ...at }, args: { picture: path } };
        }
      }
    }
  },
};
