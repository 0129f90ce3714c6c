import { compareText } from '../../model/problem.ts';

/** What an entry of a folder is. Links are never followed. */
export type TreeEntryKind = 'file' | 'folder' | 'link' | 'other';

/** One entry of a folder. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: TreeEntryKind;
  /** Digest of the content, where the source keeps one: equal ids, equal files or folders. */
  readonly id?: string;
}

/**
 * Where a release tree is read from: a folder, a git revision, or memory. Paths are relative to the tree, with `/`;
 * the empty path is the tree itself. Every method refuses a path that leaves the tree (`SourceError`).
 */
export interface TreeFiles {
  /** Entries of a folder in code-unit order; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly TreeEntry[]>;
  /** Bytes of a file. */
  readonly size: (file: string) => Promise<number>;
  /** Contents of a file of at most `limit` bytes; a larger one is refused unread (`file-too-large`). */
  readonly read: (file: string, limit: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** A file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Order in which every `TreeFiles` lists a folder. */
export const byName = (a: TreeEntry, b: TreeEntry): number => compareText(a.name, b.name);
