import { cleanNotes } from '../../notes/clean-notes.ts';
import type { Locale } from '../../model/text.ts';

/** What somebody wrote elsewhere about a release, as notes in the language that it is in. */
export function toldNotes(text: string): ReadonlyMap<Locale, string> {
  const notes = cleanNotes(text);
  if (notes === '') return new Map();
  return new Map([[/\p{Script=Cyrillic}/u.test(notes) ? 'ru' : 'en', notes]]);
}
