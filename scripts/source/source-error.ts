import { CodedError, type CodeOf, type NoArguments } from '../model/coded-error.ts';

/** Why a file or a revision was refused before anything of it was used, and the arguments of each reason. */
export interface SourceErrorArguments {
  'path-outside': { path: string };
  'file-not-found': { file: string };
  /** In bytes. */
  'file-too-large': { file: string; size: number; limit: number };
  /** `reason`: what the system says, or `not-a-file`. */
  'file-unreadable': { file: string; reason: string };
  /** A manifest to be edited is not one. */
  'manifest-unusable': NoArguments;
  'revision-unknown': { revision: string };
  'git-failed': { command: string; reason: string };
}

/** Why a file or a revision was refused. */
export type SourceErrorCode = CodeOf<SourceErrorArguments>;

/** A file of the tree, or a git revision, that cannot be read. What is wrong *inside* a file is a problem instead. */
export class SourceError extends CodedError<SourceErrorArguments> {
  override readonly name = 'SourceError';
}
