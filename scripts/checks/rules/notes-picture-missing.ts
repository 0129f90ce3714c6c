import { notePictures } from '../../notes/index.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** A customer would see a broken picture, and nobody would tell the vendor. */
export const notesPictureMissing: Rule<'notes-picture-missing'> = {
  code: 'notes-picture-missing',
  severity: 'error',
  *check(context) {
    for (const { entry } of releasesIn(context)) {
      for (const { file, text, format } of entry.notes) {
        for (const { path, ...at } of notePictures(text, format)) {
          if (entry.pictures?.has(path) === true) continue;
          yield { place: { file, ...at }, args: { picture: path } };
        }
      }
    }
  },
};
