import type { CheckCode } from '../checks/index.ts';

/** Checks of files: what the manifest, the file and its passport say of each other. */
export type FileCheckCode = Extract<CheckCode, FileCode>;

type FileCode =
  | `file-${string}`
  | `build-file-${string}`
  | `passport-${string}`
  | 'http-services-unmentioned'
  | 'language-bound'
  | 'platform-below-compatibility';

/** Checks against what is already published. */
export type HistoryCheckCode = Extract<CheckCode, `published-${string}` | `${string}-changed`>;

/** Checks of how to move from older modules. */
export type MigrationCheckCode = Extract<CheckCode, `migration-${string}`>;

/** Checks of what people write about extensions and releases. */
export type ReleaseCheckCode = Exclude<CheckCode, FileCheckCode | HistoryCheckCode | MigrationCheckCode>;
