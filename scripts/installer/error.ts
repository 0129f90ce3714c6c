import { CodedError, type CodeOf } from '../model/coded-error.ts';

/** Why the 1C side could not be assembled or built, and the arguments of each reason. Lines are one-based. */
export interface InstallerErrorArguments {
  /** A text in a module is not closed. */
  'module-unreadable': { module: string; line: number };
  /** Code of a core module stands outside its regions. */
  'code-outside-regions': { module: string; line: number };
  /** A region that the standard does not know. */
  'region-unknown': { module: string; region: string };
  /** Core modules keep no variables: joined, they would share them. */
  'module-variable': { module: string; line: number };
  /** Two modules have a method of the same name. */
  'method-repeated': { method: string; modules: readonly string[] };
  /** A text names a core module, which is gone after joining. */
  'module-named-in-text': { module: string; line: number; name: string };
  /** There is no place for a value of the publisher. */
  'slot-missing': { file: string; name: string };
  /** The prefix cannot begin a name in 1C. */
  'prefix-invalid': { prefix: string };
  /** With the prefix, a name becomes longer than the standard allows. */
  'name-too-long': { name: string; limit: number };
  /** The folder has no platform. */
  'platform-missing': { path: string };
  /** The platform refused a step, or said that all is well and left no file. */
  'platform-failed': { step: string; status: number | 'killed'; log: string };
}

/** Why the 1C side could not be assembled or built. */
export type InstallerErrorCode = CodeOf<InstallerErrorArguments>;

/** The one exception of this room. */
export class InstallerError extends CodedError<InstallerErrorArguments> {
  override readonly name = 'InstallerError';
}
