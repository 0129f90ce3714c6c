import { CodedError, type CodeOf, type NoArguments } from '../model/coded-error.ts';

/** Which archive was refused: the record of a licence, or a protected file. */
export type ArchiveSubject = 'license-record' | 'protected-file';

/** What was wrong with an archive; `name` is the archive. */
export interface ArchiveFaultArguments {
  /** Not a ZIP with exactly the one AES-256 entry that was expected. */
  invalid: { name: string; reason: string };
  /** The password is for another archive. */
  locked: { name: string };
  /** It was encrypted with the password and changed afterwards. */
  damaged: { name: string };
  /** More bytes than any honest one has, declared or unpacked. */
  'too-large': { name: string; limit: number };
}

/** What was wrong with an archive. */
export type ArchiveFault = CodeOf<ArchiveFaultArguments>;

type ArchiveArguments = {
  [Fault in ArchiveFault as `${ArchiveSubject}-${Fault}`]: ArchiveFaultArguments[Fault];
};

/**
 * Why a licence, or a file that it should open, was refused, and the arguments of each reason. None of them ever holds
 * a key or a part of one. Texts come from strangers: escape before showing.
 */
export interface LicenseErrorArguments extends ArchiveArguments {
  /** A key has 20 symbols after its prefix; `length`: symbols that were typed, prefix included. */
  'license-key-length': { length: number };
  /** A symbol that no key has; `position` among the symbols, from 1, dashes and spaces left out. */
  'license-key-symbol': { symbol: string; position: number };
  /** The check symbol says that something was mistyped. */
  'license-key-mistyped': NoArguments;
  /** A key that somebody else sold. */
  'license-key-foreign': { prefix: string; expected: string };
  /** The repository has no record for the key. */
  'license-unknown': NoArguments;
  /** Not a signed licence; `field`: where it stops being one. */
  'license-unreadable': { field: string };
  /** Signed by keys that the publisher does not list (any more). */
  'license-signer-unknown': { keyid: string };
  /** A listed key is named, and the signature is not its own. */
  'license-signature-invalid': { keyid: string };
  /** An older revision than was seen before. */
  'license-rolled-back': { id: string; seen: number; offered: number };
  /** The month of a release lies after the last one that the licence opens; `YYYY-MM`. */
  'license-month-closed': { month: string; until: string };
  /** None of the products that open a file is in the licence; `products` separated by `, `. */
  'license-product-missing': { file: string; products: string };
}

/** Why a licence, or a file that it should open, was refused. */
export type LicenseErrorCode = CodeOf<LicenseErrorArguments>;

/** The one exception of this room: a key, a licence or a protected file was refused. */
export class LicenseError extends CodedError<LicenseErrorArguments> {
  override readonly name = 'LicenseError';
}

/** What is wrong with an archive, in a word or two for people. */
export const archiveFaultOf = ({ code, args }: LicenseError): string =>
  'reason' in args ? args.reason : code;
