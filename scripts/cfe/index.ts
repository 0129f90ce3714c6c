/** The public surface of the room: bytes of `.cfe`, `.cf`, `.epf`, `.erf` → facts. Runs in a browser as well. */
export { CfeError, type CfeArgs, type CfeErrorCode } from './error.ts';
export type { CfeWarning, CfeWarningCode } from './warning.ts';
export type * from './facts.ts';
export { inspectionOf, type Inspection } from './inspection.ts';
export { MAX_FILE_BYTES } from './limits.ts';
export { passportOf } from './passport.ts';
export { readV8File } from './read-v8-file.ts';
