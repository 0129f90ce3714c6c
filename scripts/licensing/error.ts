/**
 * Why the vendor's side of licensing could not go on. Closed: `wording/` has a sentence for each. Arguments are named
 * after each code; none of them ever holds a key, a secret or a part of one.
 */
export type LicensingErrorCode =
  /** A sealed copy that this secret does not open, or that was changed. `path`. */
  | 'license-copy-unreadable'
  /** No licence of that name. `name`: the id; of a key, its place. */
  | 'license-not-found'
  /** The licence was revoked and is not changed any more. `id`. */
  | 'license-already-revoked'
  /** The licence has no such product. `id`, `product`, `products`. */
  | 'license-lacks-product'
  /** The licence has that product. `id`, `product`. */
  | 'license-has-product'
  /** A recovery form has four lines. `line`: the first that is missing. */
  | 'recovery-line-missing'
  /** The check symbol of the line says that something was mistyped. `line`. */
  | 'recovery-line-mistyped'
  /** The secret is another one than the files were made with. `keyid`: of the secret. */
  | 'licensing-secret-foreign';

/** Values that a sentence about an error needs. */
export type LicensingErrorArgs = Readonly<Record<string, string | number | readonly string[]>>;

/** The one exception of this room. */
export class LicensingError extends Error {
  override readonly name = 'LicensingError';
  readonly code: LicensingErrorCode;
  readonly args: LicensingErrorArgs;

  constructor(code: LicensingErrorCode, args: LicensingErrorArgs = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
