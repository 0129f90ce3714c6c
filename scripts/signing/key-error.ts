/**
 * Why a private key could not be used. Closed: `wording/` has a sentence for each. Arguments are named after each code;
 * none of them ever holds a part of a key or of a passphrase.
 */
export type KeyErrorCode =
  /** Not a key file at all. `reason`. */
  | 'key-file-unreadable'
  /** A key file of a later format. `offered`. */
  | 'key-file-version-unsupported'
  /** Opening it would take more memory or time than an honest key file does. `memory` and `limit`, bytes. */
  | 'key-file-too-costly'
  /** The passphrase is wrong, or the file was changed: the two look the same. */
  | 'passphrase-wrong'
  /** A key may not lie on a disk under an empty passphrase. */
  | 'passphrase-empty'
  /** A passphrase for new keys that the first guesses would find. `weakness`, a `PassphraseWeakness`. */
  | 'passphrase-weak'
  /** The private half does not belong to the public half beside it. `keyid`. */
  | 'key-halves-differ'
  /** `variable`. */
  | 'environment-key-malformed'
  /** A private key is a seed of 32 bytes. `length`, bytes. */
  | 'seed-length'
  /** The key is not one that may sign this root. `keyid`. */
  | 'key-not-in-root'
  /** More signatures are asked for than distinct keys could give. `duty`, `threshold`, `keys`. */
  | 'threshold-unreachable'
  /** What should be signed is no root. `reason`. */
  | 'root-unreadable';

/** Values that a sentence about a key error needs. */
export type KeyErrorArgs = Readonly<Record<string, string | number>>;

/** A key that cannot be used. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
  readonly code: KeyErrorCode;
  readonly args: KeyErrorArgs;

  constructor(code: KeyErrorCode, args: KeyErrorArgs = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
