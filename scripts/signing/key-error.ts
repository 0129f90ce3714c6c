import { CodedError, type CodeOf, type NoArguments } from '../model/coded-error.ts';
import type { PassphraseWeakness } from './passphrase-weakness.ts';

/**
 * Why a private key could not be used, and the arguments of each reason. None of them ever holds a part of a key or of
 * a passphrase.
 */
export interface KeyErrorArguments {
  /** Not a key file at all; `reason`: the member that is wrong, or what is wrong with the whole. */
  'key-file-unreadable': { reason: string };
  /** A key file of a later format. */
  'key-file-version-unsupported': { offered: number };
  /** Opening it would take more memory or time than an honest key file does; in bytes. */
  'key-file-too-costly': { memory: number; limit: number };
  /** The passphrase is wrong, or the file was changed: the two look the same. */
  'passphrase-wrong': NoArguments;
  /** A key may not lie on a disk under an empty passphrase. */
  'passphrase-empty': NoArguments;
  /** A passphrase for new keys that the first guesses would find. */
  'passphrase-weak': { weakness: PassphraseWeakness };
  /** The private half does not belong to the public half beside it. */
  'key-halves-differ': { keyid: string };
  'environment-key-malformed': { variable: string };
  /** A private key is a seed of 32 bytes; `length`: of this one. */
  'seed-length': { length: number };
  /** The key is not one that may sign this root. */
  'key-not-in-root': { keyid: string };
  /** More signatures are asked for than distinct keys could give. */
  'threshold-unreachable': { duty: string; threshold: number; keys: number };
  /** What should be signed is no root. */
  'root-unreadable': { reason: string };
}

/** Why a private key could not be used. */
export type KeyErrorCode = CodeOf<KeyErrorArguments>;

/** A key that cannot be used. */
export class KeyError extends CodedError<KeyErrorArguments> {
  override readonly name = 'KeyError';
}
