import type { Notes } from '../../scripts/model/release-tree.ts';
import { type Locale, type LocalizedText, writtenFor } from '../../scripts/model/text.ts';
import type { NoteNode } from '../notes-renderer/note-node.ts';
import { noteNodes } from '../notes-renderer/note-nodes.ts';
import { orderedHeadings } from '../notes-renderer/ordered-headings.ts';
import { NotesError } from '../notes-renderer/notes-error.ts';

/** The text stands right under the title of the page. */
const HEADING_LEVEL = 2;

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
  writtenFor(texts, locale);

/**
 * A page of a vendor.
 *
 * @param imageAddress address at which a picture beside the page is published
 * @throws {NotesError} when the linter refuses the text
 */
export function vendorText(notes: Notes, imageAddress: (path: string) => string): VendorText {
  const [first, ...rest] = noteNodes(notes, imageAddress);
  const titled = first?.kind === 'heading' ? { title: first.children.map(plainText).join('') } : {};
  const body = first === undefined || first.kind === 'heading' ? rest : [first, ...rest];
  return { language: notes.locale, ...titled, nodes: orderedHeadings(body, HEADING_LEVEL) };
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

/**
 * The longer text of a step, Markdown inside a signed document.
 *
 * @param place language of the reader, and what to call the text where the linter refuses it
 * @throws {NotesError} when the linter refuses the text
 */
export function stepText(
  { ru, en }: LocalizedText,
  { file, locale }: { readonly file: string; readonly locale: Locale },
): VendorText {
  const isEnglish = locale === 'en' && en !== undefined;
  const notes: Notes = { locale: isEnglish ? 'en' : 'ru', format: 'md', file, text: isEnglish ? en : ru };
  return {
    language: notes.locale,
    nodes: orderedHeadings(
      noteNodes(notes, (path) => path),
      STEP_HEADING,
    ),
  };
}

/** Below the title of a step, which stands below that of its scenario. */
const STEP_HEADING = 4;
