import type { Tree, TreeFile } from './tree-file.ts';

/** A file as a destination lists it. */
export interface StoredFile {
  readonly length: number;
  /** Changes whenever the content does; opaque, without quotation marks. */
  readonly etag: string;
  /** When it was written. */
  readonly modified: Date;
}

/** What is written, and how it is to be served. */
export interface Upload {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** What must be so at the moment of writing: nothing stands there, or exactly what was seen. */
export type Condition = 'absent' | { readonly etag: string };

/** A file with its content. */
export interface ReadFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/**
 * Where a tree is published: a folder that a web server shows, a bucket. Paths are relative to it, with `/`. Every call
 * throws `DestinationError` when the place does not do what it is asked for.
 */
export interface Destination {
  /** Everything that is there. */
  readonly list: () => Promise<ReadonlyMap<string, StoredFile>>;
  /** A file of at most that many bytes; a longer one is refused with `destination-unreadable`. */
  readonly read: (path: string, maxBytes: number) => Promise<ReadFile | undefined>;
  /** Whether what is stored has the content of the file; lengths are equal already. */
  readonly holds: (file: TreeFile, stored: StoredFile) => Promise<boolean>;
  /** Writes whole or not at all, and only if the condition holds: two runs at once cannot both be told `written`. */
  readonly write: (upload: Upload, condition: Condition) => Promise<'written' | 'conflict'>;
  /** Removes a file; one that is not there is removed already. */
  readonly delete: (path: string) => Promise<void>;
}

/** Where a tree is being written. */
export interface Writing {
  readonly tree: Tree;
  readonly destination: Destination;
}
