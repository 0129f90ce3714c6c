/** The public surface of the room: codes → sentences in Russian and English, and reports made of them. */
export { forTerminal } from './for-terminal.ts';
export { formatProblems, type ReportSources } from './format-problems.ts';
export { githubAnnotation } from './github-annotation.ts';
export { summaryOf } from './summary.ts';
export * from './word-client-code.ts';
export * from './word-code.ts';
export { wordError } from './word-error.ts';
export type { Wording } from './wording.ts';
