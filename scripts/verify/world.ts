import type { Limits } from './limits.ts';
import type { SchemeTable } from './scheme.ts';

/** How one file is asked for. */
export interface FetchOptions {
  /** A longer answer is refused with `too-large` before it is read to its end. */
  readonly maxBytes: number;
  /** Answer `not-modified` when the file still has this ETag. */
  readonly ifNoneMatch?: string;
}

/** What a source answers. A source that cannot answer throws a `VerificationError`. */
export type FetchAnswer =
  | { readonly kind: 'found'; readonly bytes: Uint8Array<ArrayBuffer>; readonly etag?: string }
  | { readonly kind: 'not-modified' }
  /** No such file, or nobody may see it: 403 means the same as 404 (`formats.md`, section 3). */
  | { readonly kind: 'absent' };

/**
 * Where bytes come from; nothing that it says is believed. The path is relative to the repository and percent-encoded:
 * `metadata/…` and `targets/…`.
 */
export type Fetcher = (path: string, options: FetchOptions) => Promise<FetchAnswer>;

/**
 * Where a client keeps what it trusts, by file name. Names hold no `/`. Each call is atomic: whenever the power goes,
 * a file is its old or its new self.
 */
export interface MetadataStore {
  readonly get: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly put: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly delete: (name: string) => Promise<void>;
}

/** Everything that verification takes from outside. */
export interface World {
  /** When the update started; the clock stands still from then on (TUF 5.1). */
  readonly now: Date;
  readonly fetch: Fetcher;
  readonly store: MetadataStore;
  readonly schemes: SchemeTable;
  readonly limits: Limits;
  /**
   * `enforce` refuses expired metadata. `inform` reports it in the result and goes on: for a bundle that was carried
   * into a closed network, where age is information.
   */
  readonly expiry: 'enforce' | 'inform';
}
