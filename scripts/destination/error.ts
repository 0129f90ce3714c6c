/** Why a tree was not put where people get it from. Closed; arguments are named after each code. None holds a secret. */
export type DestinationErrorCode =
  /** The address names no place that we know. `reason`: the part that is wrong, never the address itself. */
  | 'destination-address-invalid'
  /** A variable of the environment is missing. `variable`. */
  | 'destination-credentials-missing'
  /** The store does not know the key, or the key may not do this. `action`, `status`, `reason`. */
  | 'destination-forbidden'
  /** There is no such bucket. `action`. */
  | 'destination-absent'
  /** The clock of this machine differs too much from that of the store: signatures carry the time. */
  | 'destination-clock-differs'
  /** No answer or a failure, also when asked again. `action`, `status` (0 without an answer). */
  | 'destination-unavailable'
  /** Another refusal. `action`, `status`, `reason`. */
  | 'destination-refused'
  /** What the store answers or holds is not what it should be. `path`. */
  | 'destination-unreadable'
  /** The store overwrites what it was asked not to overwrite, so two runs at once would destroy each other's work. */
  | 'destination-ignores-conditions'
  /** The destination already has something newer. `role`, `published`, `offered`. */
  | 'published-newer'
  /** The destination has other bytes under a name that never changes. `path`. */
  | 'name-taken'
  /** Another run published meanwhile. `path`. */
  | 'publication-overtaken'
  /** Something that was there is gone. `path`. */
  | 'publication-disturbed'
  /** The folder holds files that belong to no published tree. `paths`, `count`. */
  | 'tree-has-strangers'
  /** The folder holds a private key or a secret. `paths`, `count`. */
  | 'tree-has-secrets'
  /** Metadata and documents name files that are not there with that content. `paths`, `count`. */
  | 'tree-incomplete'
  /** A file changed while it was being published. `path`. */
  | 'tree-changed';

/** Values that a sentence about a refusal needs. */
export type DestinationErrorArgs = Readonly<Record<string, string | number | readonly string[]>>;

/** Nothing more is put at the destination. What was put there before stands, and the next run goes on from it. */
export class DestinationError extends Error {
  override readonly name = 'DestinationError';
  readonly code: DestinationErrorCode;
  readonly args: DestinationErrorArgs;

  constructor(code: DestinationErrorCode, args: DestinationErrorArgs = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
