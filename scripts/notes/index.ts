/** The public surface of the room: what may stand in release notes, and plain text of them. */
export { briefOf } from './brief-of.ts';
export { lintNotes } from './lint-notes.ts';
export { notePictures, type NotePicture } from './note-pictures.ts';
export { isPlaceholder } from './placeholder.ts';
export type { NotesFormat } from './parse-notes.ts';
export type { NotesProblem, NotesProblemCode } from './problem.ts';
