/** Which archive was refused: the record of a licence, or a protected file. */
export type ArchiveSubject = 'license-record' | 'protected-file';

/** What was wrong with it. Arguments: `name` of the archive, and those named after each fault. */
export type ArchiveFault =
  /** Not a ZIP with exactly the one AES-256 entry that was expected. `reason`. */
  | 'invalid'
  /** The password is for another archive. */
  | 'locked'
  /** It was encrypted with the password and changed afterwards. */
  | 'damaged'
  /** More bytes than any honest one has, declared or unpacked. `limit`. */
  | 'too-large';

/**
 * Why a licence, or a file that it should open, was refused. Closed: `wording/` has a sentence for each. Arguments are
 * named after each code; none of them ever holds a key or a part of one.
 */
export type LicenseErrorCode =
  /** A key has 20 symbols after its prefix. `length`: symbols that were typed, prefix included. */
  | 'license-key-length'
  /** A symbol that no key has. `symbol`; `position` among the symbols, from 1, dashes and spaces left out. */
  | 'license-key-symbol'
  /** The check symbol says that something was mistyped. */
  | 'license-key-mistyped'
  /** A key that somebody else sold. `prefix`, `expected`. */
  | 'license-key-foreign'
  /** The repository has no record for the key. */
  | 'license-unknown'
  /** Not a signed licence. `field`: where it stops being one. */
  | 'license-unreadable'
  /** Signed by keys that the publisher does not list (any more). `keyid`. */
  | 'license-signer-unknown'
  /** A listed key is named, and the signature is not its own. `keyid`. */
  | 'license-signature-invalid'
  /** An older revision than was seen before. `id`, `seen`, `offered`. */
  | 'license-rolled-back'
  /** The month of a release lies after the last one that the licence opens. `month`, `until`. */
  | 'license-month-closed'
  /** None of the products that open a file is in the licence. `file`, `products`. */
  | 'license-product-missing'
  | `${ArchiveSubject}-${ArchiveFault}`;

/** Values that a sentence about a refusal needs. Texts come from strangers: escape before showing. */
export type LicenseErrorArgs = Readonly<Record<string, string | number>>;

/** The one exception of this room: a key, a licence or a protected file was refused. */
export class LicenseError extends Error {
  override readonly name = 'LicenseError';
  readonly code: LicenseErrorCode;
  readonly args: LicenseErrorArgs;

  constructor(code: LicenseErrorCode, args: LicenseErrorArgs = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
