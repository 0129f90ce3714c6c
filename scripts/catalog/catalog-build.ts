import type { Heads, PinnedFile } from '../model/documents.ts';
import type { Passport } from '../model/passport.ts';

/** One build of one release, by name. */
export interface BuildPlace {
  readonly extension: string;
  readonly version: string;
  /** File name of the build. */
  readonly file: string;
}

/** What the index needs and the release tree does not hold. */
export interface CatalogSources {
  /** Bytes of a licence agreement, by its path relative to the release tree. */
  readonly readAgreement: (file: string) => Uint8Array;
  /** Passport of a build that has none beside it, when somebody has read the file. */
  readonly passportOf?: (build: BuildPlace) => Passport | undefined;
}

/** A file that a document names and pins; it must lie at `path` before the document is published. */
export interface PublishedFile extends PinnedFile {
  /** Path below the public address: `files/<id>/<version>/<file>`. */
  readonly path: string;
  readonly kind: 'artifact' | 'passport' | 'agreement';
  /**
   * The bytes. Absent where the release tree does not hold the file: it must have been uploaded before. What is read
   * has not been compared with the pin.
   */
  readonly read?: () => Promise<Uint8Array>;
}

/** Everything that follows from a release tree, without keys, clock or network. */
export interface CatalogBuild {
  /** Documents by target path, sorted: `catalog.json`, `configurations/<Имя>.json`, `extensions/<id>.json`, `licensing.json`. */
  readonly documents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** What the documents name, sorted by path. */
  readonly files: readonly PublishedFile[];
  /** The same documents below `index/`, for people and badges; unsigned. */
  readonly plain: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Newest versions for `timestamp.json`. */
  readonly heads: Heads;
}
