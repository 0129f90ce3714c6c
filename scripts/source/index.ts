export type { TreeEntry, TreeEntryKind, TreeFiles } from './files/tree-files.ts';
export { LIMITS } from './limits.ts';
export { SourceError, type SourceErrorArgs, type SourceErrorCode } from './source-error.ts';
export type { SourceProblem, SourceProblemCode } from './source-problem.ts';
export type { TreeReading, TreeReadingOptions } from './tree/tree-reading.ts';
