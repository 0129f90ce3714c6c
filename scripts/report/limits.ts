/**
 * UTF-16 units of a whole report. GitHub refuses a comment of more than 65,536 characters; the rest is for the marker
 * that finds the comment again and for whatever a person puts around the report.
 */
export const MAX_REPORT_LENGTH = 60_000;

/** Decisions made for one report: what a change of a whole catalogue may cost. About a second. */
export const MAX_DECISIONS = 20_000;

/** Installed versions of one extension that are looked at, newest first. */
export const MAX_INSTALLED = 4;

/** Names in one list («добавляет»); a large extension has thousands of objects. */
export const MAX_NAMES = 40;

/** UTF-16 units of one sentence by strangers. */
export const MAX_TEXT = 1_000;

/** UTF-16 units of one name; 1C allows identifiers of 80, paths of modules have a few of them. */
export const MAX_NAME = 240;

/** UTF-16 units of the notes of one release in one language. */
export const MAX_NOTES = 4_000;

/** Quotations and lists inside each other that are quoted; deeper ones are left out. */
export const MAX_NOTES_DEPTH = 8;

/** Modules that are gone through for «who gets this» when they begin or cease to be refused. */
export const MAX_BESIDE = 8;
