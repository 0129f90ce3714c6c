import { CodedError, type CodeOf } from '../model/coded-error.ts';

/**
 * Why the vendor's side of licensing could not go on, and the arguments of each reason. None of them ever holds a key,
 * a secret or a part of one.
 */
export interface LicensingErrorArguments {
  /** A sealed copy that this secret does not open, or that was changed. */
  'license-copy-unreadable': { path: string };
  /** No licence of that name: the id; of a key, its place. */
  'license-not-found': { name: string };
  /** The licence was revoked and is not changed any more. */
  'license-already-revoked': { id: string };
  /** The licence has no such product; `products`: those that it has. */
  'license-lacks-product': { id: string; product: string; products: readonly string[] };
  /** The licence has that product. */
  'license-has-product': { id: string; product: string };
  /** A recovery form has four lines; `line`: the first that is missing, from 1. */
  'recovery-line-missing': { line: number };
  /** The check symbol of the line says that something was mistyped. */
  'recovery-line-mistyped': { line: number };
  /** The secret is another one than the files were made with; `keyid`: of the secret. */
  'licensing-secret-foreign': { keyid: string };
}

/** Why the vendor's side of licensing could not go on. */
export type LicensingErrorCode = CodeOf<LicensingErrorArguments>;

/** The one exception of this room. */
export class LicensingError extends CodedError<LicensingErrorArguments> {
  override readonly name = 'LicensingError';
}
