/** One file of the tree that is to be published, read once already. */
export interface TreeFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly length: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Lower-case hex; no proof of anything, but what object stores call the ETag of a small file. */
  readonly md5: string;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** A whole tree by path. */
export type Tree = ReadonlyMap<string, TreeFile>;
