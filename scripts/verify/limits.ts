/** How much a client takes from a server before it refuses. Sizes in bytes. */
export interface Limits {
  readonly root: number;
  readonly timestamp: number;
  readonly snapshot: number;
  readonly targets: number;
  /** A document, that is, a TUF target. */
  readonly document: number;
  /** A file that a document pins. WebCrypto hashes in one piece, so this much memory may be taken. */
  readonly file: number;
  /** Roots that one refresh follows; the next refresh goes on from there. */
  readonly rootSteps: number;
  /** Roles that one search for a target visits, the top-level one aside. */
  readonly delegations: number;
}

const KB = 1024;
const MB = 1024 * KB;

/** The limits of our profile (`formats.md`, section 3). */
export const SHIPPED_LIMITS: Limits = {
  root: 64 * KB,
  timestamp: 64 * KB,
  snapshot: 256 * KB,
  targets: MB,
  document: 8 * MB,
  file: 256 * MB,
  rootSteps: 32,
  delegations: 16,
};
