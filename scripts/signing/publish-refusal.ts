/**
 * Why nothing is published. Closed: `wording/` has a sentence for each. Arguments are named after each code.
 */
export type RefusalCode =
  /** The roots are not a chain: one is missing, unreadable or not signed by its predecessor. `version`, `reason`. */
  | 'root-chain-broken'
  /** `expires`, `now`. */
  | 'root-expired'
  /** The published repository already follows a newer root than the newest that was given. `published`, `given`. */
  | 'root-chain-behind'
  /** None of the keys at hand may sign the role. `role`. */
  | 'keys-not-in-root'
  /** Fewer keys at hand may sign the role than it asks for. `role`, `valid`, `threshold`. */
  | 'threshold-not-met'
  /** The timestamp vouches for metadata that the newest root no longer trusts: it must be signed anew. `role`. */
  | 'signing-anew-needed'
  /** What is published now cannot be found, so nobody knows which version numbers are taken. `name`. */
  | 'previous-missing'
  /** What is published now was not signed by us. `name`, `reason`. */
  | 'previous-untrusted'
  /** The clock shows a time before the last publication. `now`, `issued`. */
  | 'clock-backwards'
  /** A document names a file that is not there with that length and hash. `path`, `length`, `sha256`. */
  | 'file-missing'
  /** More extensions disappeared than a mistake should be able to remove. `lost`, `before`, `names`. */
  | 'catalog-shrunk'
  /** Clients would refuse the document. `path`, `length`, `limit`. */
  | 'document-too-large'
  /** The name of a document is none that clients accept. `path`. */
  | 'document-name-invalid'
  /** Clients would refuse the metadata. `name`, `length`, `limit`. */
  | 'metadata-too-large'
  /** Not a name that can stand before `-*`, or two vendors claim one extension. `vendor`. */
  | 'vendor-name-invalid'
  /** The vendor's metadata was not signed by enough of his keys, or is no metadata. `vendor`, `reason`. */
  | 'vendor-untrusted'
  /** The vendor's metadata is older than what is published, or another file of the same version. `vendor`, `published`, `offered`. */
  | 'vendor-rolled-back'
  /** `vendor`, `expires`, `now`. */
  | 'vendor-expired'
  /** The vendor signed something that is not among his documents. `vendor`, `path`. */
  | 'vendor-target-unknown'
  /** The vendor has not signed the document as it is now. `vendor`, `path`. */
  | 'vendor-document-unsigned';

/** Values that a sentence about a refusal needs. */
export type RefusalArgs = Readonly<Record<string, string | number | readonly string[]>>;

/** One reason why nothing is published. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly args: RefusalArgs;
}

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
export const refuse = (code: RefusalCode, args: RefusalArgs, options?: ErrorOptions): PublishRefusal =>
  new PublishRefusal([{ code, args }], options);
