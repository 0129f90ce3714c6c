import type { Heads, PinnedFile } from '../model/documents.ts';
import type { MetadataReader } from './previous-repository.ts';
import type { Bytes } from './signed-file.ts';
import type { Signer } from './signer.ts';
import type { VendorDelegation } from './vendor-delegation.ts';

/** A file that some document names; it must lie at `path` below the public address. */
export interface NeededFile extends PinnedFile {
  readonly path: string;
}

/** Everything that a signed repository follows from. */
export interface RepositoryInput {
  /** Every root ever signed, in any order. */
  readonly roots: readonly Bytes[];
  /** Documents by target path. */
  readonly documents: ReadonlyMap<string, Bytes>;
  /** Newest versions for the fast check. */
  readonly heads: Heads;
  /** What the documents name. */
  readonly files: readonly NeededFile[];
  /** Whether a file lies where the documents say, with that length and digest. */
  readonly fileExists: (file: NeededFile) => Promise<boolean>;
  /** What is published now. `none` says that nothing ever was: its version numbers start at 1. */
  readonly previous: MetadataReader | 'none';
  /** Keys at hand. The publishing key may be missing when nothing but the timestamp has to be signed. */
  readonly signers: readonly Signer[];
  readonly now: Date;
  readonly vendors?: readonly VendorDelegation[];
  /** Documents above which the repository is split into hash bins. Absent: `BINS_ABOVE`. */
  readonly binsAbove?: number;
  /** Share of the extensions that may disappear at once. Absent: a twentieth; 1 lets all of them go. */
  readonly maxShrink?: number;
}
