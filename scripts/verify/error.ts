/**
 * Why bytes were refused. Closed: `wording/` has a sentence for each, the BSL client the same codes.
 * Arguments are named after each code.
 */
export type VerificationCode =
  /** Not strict JSON. `reason`, `offset` (characters). */
  | 'json-invalid'
  /** One object names a member twice: two readers would see two things. `name`, `offset`. */
  | 'json-duplicate-key'
  /** Deeper or longer than any honest file. `reason`, `limit`. */
  | 'json-too-large'
  /** The value has no canonical form: a fraction, a lone surrogate, a function. `reason`. */
  | 'json-unencodable'
  /** A member is absent or of the wrong type. `role`, `field`, `expected`. */
  | 'metadata-invalid'
  /** Another major version of TUF. `role`, `offered`. */
  | 'spec-version-unsupported'
  /** Fewer distinct keys signed than the role asks for. `role`, `valid`, `threshold`. */
  | 'threshold-not-met'
  /** A file carries another version than the one that was promised. `role`, `expected`, `offered`. */
  | 'version-mismatch'
  /** Older than what was already trusted. `role`, `trusted`, `offered`. */
  | 'rolled-back'
  /** A snapshot no longer lists a role that it listed. `role`. */
  | 'role-disappeared'
  /** A role that a delegation names is not in the snapshot. `role`. */
  | 'role-not-listed'
  /** `role`, `expires`, `now`. */
  | 'expired'
  /** The clock of this machine shows a time before something that was already signed. `now`, `signed`. */
  | 'clock-behind'
  /** `name`, `expected`, `offered`. */
  | 'length-mismatch'
  /** `name`, `algorithm`. */
  | 'hash-mismatch'
  /** The source sent more bytes than were allowed. `name`, `limit`. */
  | 'too-large'
  /** The source says that there is no such file. `name`. */
  | 'not-found'
  /** The source could not be asked, or answered with an error. `name`, `reason`. */
  | 'fetch-failed'
  /** The source stopped sending. `name`, `seconds`. */
  | 'too-slow'
  /** No trusted role vouches for this name. `name`. */
  | 'target-unknown'
  /** The name of a target or role would leave its directory, or is no name at all. `name`. */
  | 'name-invalid'
  /** Nothing to begin with: the store holds no root. */
  | 'root-missing';

/** Values that a sentence about a refusal needs. Texts come from strangers: escape before showing. */
export type VerificationArgs = Readonly<Record<string, string | number>>;

/** The one exception of this room: something was refused, or the world did not deliver it. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError';
  readonly code: VerificationCode;
  readonly args: VerificationArgs;

  constructor(code: VerificationCode, args: VerificationArgs = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
