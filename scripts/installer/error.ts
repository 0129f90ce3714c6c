/**
 * Why the 1C side could not be assembled or built. Closed: `wording/` has a sentence for each. Arguments are named after
 * each code.
 */
export type InstallerErrorCode =
  /** A text in a module is not closed. `module`, `line`. */
  | 'module-unreadable'
  /** Code of a core module stands outside its regions. `module`, `line`. */
  | 'code-outside-regions'
  /** A region that the standard does not know. `module`, `region`. */
  | 'region-unknown'
  /** Core modules keep no variables: joined, they would share them. `module`, `line`. */
  | 'module-variable'
  /** Two modules have a method of the same name. `method`, `modules`. */
  | 'method-repeated'
  /** A text names a core module, which is gone after joining. `module`, `line`, `name`. */
  | 'module-named-in-text'
  /** There is no place for a value of the publisher. `file`, `name`. */
  | 'slot-missing'
  /** The prefix cannot begin a name in 1C. `prefix`. */
  | 'prefix-invalid'
  /** With the prefix, a name becomes longer than the standard allows. `name`, `limit`. */
  | 'name-too-long'
  /** The folder has no platform. `path`. */
  | 'platform-missing'
  /** The platform refused a step, or said that all is well and left no file. `step`, `status`, `log`. */
  | 'platform-failed';

/** Values that a sentence about an error needs. */
export type InstallerErrorArgs = Readonly<Record<string, string | number | readonly string[]>>;

/** The one exception of this room. */
export class InstallerError extends Error {
  override readonly name = 'InstallerError';
  readonly code: InstallerErrorCode;
  readonly args: InstallerErrorArgs;

  constructor(code: InstallerErrorCode, args: InstallerErrorArgs = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
