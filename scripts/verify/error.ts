import { CodedError, type CodeOf, type NoArguments } from '../model/coded-error.ts';

/**
 * Why bytes were refused, and the arguments of each reason; the BSL client has the same codes. Moments are written as
 * metadata write them. Texts come from strangers: escape before showing.
 */
export interface VerificationArguments {
  /** Not strict JSON; `offset` in characters. */
  'json-invalid': { reason: string; offset: number };
  /** One object names a member twice: two readers would see two things. */
  'json-duplicate-key': { name: string; offset: number };
  /** Deeper or longer than any honest file. */
  'json-too-large': { reason: string; limit: number };
  /** The value has no canonical form: a fraction, a lone surrogate, a function. */
  'json-unencodable': { reason: string };
  /** A member is absent or of the wrong type. */
  'metadata-invalid': { role: string; field: string; expected: string };
  /** Another major version of TUF. */
  'spec-version-unsupported': { role: string; offered: string };
  /** Fewer distinct keys signed than the role asks for. */
  'threshold-not-met': { role: string; valid: number; threshold: number };
  /** A file carries another version than the one that was promised. */
  'version-mismatch': { role: string; expected: number; offered: number };
  /** Older than what was already trusted. */
  'rolled-back': { role: string; trusted: number; offered: number };
  /** A snapshot no longer lists a role that it listed. */
  'role-disappeared': { role: string };
  /** A role that a delegation names is not in the snapshot. */
  'role-not-listed': { role: string };
  expired: { role: string; expires: string; now: string };
  /** The clock of this machine shows a time before something that was already signed. */
  'clock-behind': { now: string; signed: string };
  /** In bytes. */
  'length-mismatch': { name: string; expected: number; offered: number };
  'hash-mismatch': { name: string; algorithm: string };
  /** The source sent more bytes than were allowed. */
  'too-large': { name: string; limit: number };
  /** The source says that there is no such file. */
  'not-found': { name: string };
  /** The source could not be asked, or answered with an error. */
  'fetch-failed': { name: string; reason: string };
  /** The source stopped sending. */
  'too-slow': { name: string; seconds: number };
  /** No trusted role vouches for this name. */
  'target-unknown': { name: string };
  /** The name of a target or role would leave its directory, or is no name at all. */
  'name-invalid': { name: string };
  /** Nothing to begin with: the store holds no root. */
  'root-missing': NoArguments;
}

/** Why bytes were refused. */
export type VerificationCode = CodeOf<VerificationArguments>;

/** The one exception of this room: something was refused, or the world did not deliver it. */
export class VerificationError extends CodedError<VerificationArguments> {
  override readonly name = 'VerificationError';
}
