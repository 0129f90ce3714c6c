import type { NotesProblem } from '../../scripts/notes/index.ts';

/** Why notes are not drawn: they break the rules, or the parser made something that the rules let through by mistake. */
export type NotesErrorCode = 'notes-refused' | 'notes-node-unknown';

/** Notes that may not be drawn. The build stops: a page with half of a stranger's text is worse than no page. */
export class NotesError extends Error {
  readonly code: NotesErrorCode;
  readonly problems: readonly NotesProblem[];

  constructor(code: NotesErrorCode, file: string, problems: readonly NotesProblem[] = []) {
    const places = problems.map((problem) => `${file}:${problem.line}:${problem.column} ${problem.code}`);
    super([`${code} ${file}`, ...places].join('\n'));
    this.name = 'NotesError';
    this.code = code;
    this.problems = problems;
  }
}
