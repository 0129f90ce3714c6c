/** The public surface of the room: bytes of `.cfe`, `.cf`, `.epf`, `.erf` → facts, and descriptions → `.cfe`. */
export { CfeError, type CfeErrorArguments, type CfeErrorCode, type CfeRefusal } from './error.ts';
export type { CfeWarning, CfeWarningArguments, CfeWarningCode } from './warning.ts';
export type * from './extension-description.ts';
export { writeExtension } from './extension-writer.ts';
export type * from './facts.ts';
export { inspectionOf, type Inspection } from './inspection.ts';
export { MAX_FILE_BYTES } from './limits.ts';
export { openElements } from './open-elements.ts';
export { passportOf } from './passport.ts';
export { readV8File } from './read-v8-file.ts';
