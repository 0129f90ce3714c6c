import type { Coded, CodeOf } from '../model/coded-error.ts';

/** Why nothing is published, and the arguments of each reason. Moments are written as metadata write them. */
export interface RefusalArguments {
  /** The roots are not a chain: one is missing, unreadable or not signed by its predecessor. */
  'root-chain-broken': { version: number; reason: string };
  'root-expired': { expires: string; now: string };
  /** The published repository already follows a newer root than the newest that was given. */
  'root-chain-behind': { published: number; given: number };
  /** None of the keys at hand may sign the role. */
  'keys-not-in-root': { role: string };
  /** Fewer keys at hand may sign the role than it asks for. */
  'threshold-not-met': { role: string; valid: number; threshold: number };
  /** The timestamp vouches for metadata that the newest root no longer trusts: it must be signed anew. */
  'signing-anew-needed': { role: string };
  /** What is published now cannot be found, so nobody knows which version numbers are taken. */
  'previous-missing': { name: string };
  /** What is published now was not signed by us. */
  'previous-untrusted': { name: string; reason: string };
  /** The clock shows a time before the last publication. */
  'clock-backwards': { now: string; issued: string };
  /** A document names a file that is not there with that length and hash. */
  'file-missing': { path: string; length: number; sha256: string };
  /** More extensions disappeared than a mistake should be able to remove: `lost` of `before`. */
  'catalog-shrunk': { lost: number; before: number; names: readonly string[] };
  /** Clients would refuse the document; in bytes. */
  'document-too-large': { path: string; length: number; limit: number };
  /** The name of a document is none that clients accept. */
  'document-name-invalid': { path: string };
  /** Clients would refuse the metadata; in bytes. */
  'metadata-too-large': { name: string; length: number; limit: number };
  /** Not a name that can stand before `-*`, or two vendors claim one extension. */
  'vendor-name-invalid': { vendor: string };
  /** The vendor's metadata was not signed by enough of his keys, or is no metadata. */
  'vendor-untrusted': { vendor: string; reason: string };
  /** The vendor's metadata is older than what is published, or another file of the same version. */
  'vendor-rolled-back': { vendor: string; published: number; offered: number };
  'vendor-expired': { vendor: string; expires: string; now: string };
  /** The vendor signed something that is not among his documents. */
  'vendor-target-unknown': { vendor: string; path: string };
  /** The vendor has not signed the document as it is now. */
  'vendor-document-unsigned': { vendor: string; path: string };
}

/** Why nothing is published. */
export type RefusalCode = CodeOf<RefusalArguments>;

/** One reason why nothing is published. */
export type Refusal = Coded<RefusalArguments>;

/** Nothing is published, and why: every reason that could be found, not only the first. */
export class PublishRefusal extends Error {
  override readonly name = 'PublishRefusal';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[], options?: ErrorOptions) {
    super(refusals.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join('; '), options);
    this.refusals = refusals;
  }
}

/** A refusal for one reason. */
export const refuse = <Code extends RefusalCode>(
  code: Code,
  args: Readonly<RefusalArguments[Code]>,
  options?: ErrorOptions,
): PublishRefusal => new PublishRefusal([{ code, args } as Refusal], options);
