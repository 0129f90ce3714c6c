/** Why a file or a revision was refused before anything of it was used. */
export type SourceErrorCode =
  | 'path-outside'
  | 'file-not-found'
  | 'file-too-large'
  | 'file-unreadable'
  /** A manifest to be edited is not one: `file` is empty. */
  | 'manifest-unusable'
  | 'revision-unknown'
  | 'git-failed';

/** Plain values for a sentence about a refusal. */
export type SourceErrorArgs = Readonly<Record<string, string | number>>;

/** A file of the tree, or a git revision, that cannot be read. What is wrong *inside* a file is a problem instead. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly args: SourceErrorArgs;

  constructor(code: SourceErrorCode, args: SourceErrorArgs, cause?: unknown) {
    super(`${code} ${JSON.stringify(args)}`, cause === undefined ? {} : { cause });
    this.name = 'SourceError';
    this.code = code;
    this.args = args;
  }
}
