import type { Notes } from '../../scripts/model/release-tree.ts';
import type { Locale } from '../../scripts/model/text.ts';
import type { NoteNode } from '../notes-renderer/note-node.ts';
import { noteNodes } from '../notes-renderer/note-nodes.ts';
import { NotesError } from '../notes-renderer/notes-error.ts';

/** A vendor's page ready to be drawn. */
export interface VendorText {
  /** The language that it is really in. */
  readonly language: Locale;
  /** Its first heading, which stands at the head of the page and not in the text. */
  readonly title?: string;
  readonly nodes: readonly NoteNode[];
}

/** The text in the reader's language, or in the other one where nobody translated it. */
export const inLanguage = (texts: ReadonlyMap<Locale, Notes>, locale: Locale): Notes | undefined =>
  texts.get(locale) ?? texts.get(locale === 'en' ? 'ru' : 'en');

/**
 * A page of a vendor.
 *
 * @param imageAddress address at which a picture beside the page is published
 * @throws {NotesError} when the linter refuses the text
 */
export function vendorText(notes: Notes, imageAddress: (path: string) => string): VendorText {
  const [first, ...rest] = noteNodes(notes, imageAddress);
  if (first?.kind !== 'heading') return { language: notes.locale, nodes: first ? [first, ...rest] : rest };
  return { language: notes.locale, title: first.children.map(plainText).join(''), nodes: rest };
}

/**
 * A licence agreement. Lawyers write what they like, and every word of it counts: what is no Markdown of ours is shown
 * as the plain text that it is.
 */
export function agreementText(notes: Notes): VendorText {
  try {
    return vendorText(notes, (path) => path);
  } catch (error) {
    if (!(error instanceof NotesError)) throw error;
    return { language: notes.locale, nodes: [{ kind: 'code', text: notes.text }] };
  }
}

function plainText(node: NoteNode): string {
  if ('text' in node) return node.text;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
