import type { Notes } from '../model/release-tree.ts';
import type { LocalizedText } from '../model/text.ts';
import { briefOf } from '../notes/index.ts';

/** Characters of a brief in a configuration document, which every fresh infobase reads whole. */
export const SHORT_BRIEF_LENGTH = 60;

/** The notes of a release; absent when nobody wrote any. Where Russian is missing, English stands in for it. */
export function notesOf(notes: readonly Notes[]): LocalizedText | undefined {
  // A checkout on Windows has other line ends, and the index must not.
  const textIn = (locale: Notes['locale']): string | undefined =>
    notes
      .find((candidate) => candidate.locale === locale)
      ?.text.replaceAll('\r\n', '\n')
      .trimEnd();
  return localized(textIn('ru'), textIn('en'));
}

/** First lines of notes as plain text; absent when there is nothing to show. */
export const briefOfNotes = (notes: LocalizedText): LocalizedText | undefined =>
  localized(briefOf(notes.ru), notes.en === undefined ? undefined : briefOf(notes.en));

/** The beginning of a brief, cut between words. */
export const shortened = ({ ru, en }: LocalizedText): LocalizedText => ({
  ru: cut(ru),
  ...(en !== undefined && { en: cut(en) }),
});

function localized(ru: string | undefined, en: string | undefined): LocalizedText | undefined {
  const [first, second] = [ru, en].filter((text) => text !== undefined && text !== '');
  if (first === undefined) return undefined;
  return { ru: first, ...(second !== undefined && second !== first && { en: second }) };
}

function cut(text: string): string {
  if (text.length <= SHORT_BRIEF_LENGTH) return text;
  const start = text.slice(0, SHORT_BRIEF_LENGTH - 1);
  const space = start.lastIndexOf(' ');
  // A word longer than half of the room is cut itself, but never inside a surrogate pair.
  const words =
    space > SHORT_BRIEF_LENGTH / 2 ? start.slice(0, space) : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`;
}
