import { writtenFor, type Locale } from '../../scripts/model/text.ts';
import type { NoteNode } from '../notes-renderer/note-node.ts';
import { noteNodes } from '../notes-renderer/note-nodes.ts';
import { orderedHeadings } from '../notes-renderer/ordered-headings.ts';
import type { Reader } from '../views/reader.ts';
import type { PublishedExtension } from './publication.ts';

/** Notes stand under the second heading of a page. */
const HEADING_LEVEL = 3;

/** Notes ready to be drawn, and the language that they are really in. */
export interface ReleaseNotes {
  readonly language: Locale;
  readonly nodes: readonly NoteNode[];
}

/**
 * The notes of a release in the reader's language, or in the other one where nobody translated them; nothing where
 * nobody wrote any.
 *
 * @throws {NotesError} when the linter refuses the text
 */
export function releaseNotes(
  { document, releases }: PublishedExtension,
  version: string,
  reader: Reader,
): ReleaseNotes | undefined {
  const written = releases.get(version)?.notes;
  const notes = written && writtenFor(written, reader.locale);
  if (notes === undefined) return undefined;
  const folder = reader.address.release('ru', document.id, version);
  return {
    language: notes.locale,
    nodes: orderedHeadings(
      noteNodes(notes, (path) => `${folder}${path.replace(/^\.\//, '')}`),
      HEADING_LEVEL,
    ),
  };
}
