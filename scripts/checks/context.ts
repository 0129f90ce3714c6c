import type { CfeRefusal, V8Facts } from '../cfe/index.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import type { IsoDate } from '../model/release.ts';

/** What the caller found out about a file of a build. */
export interface InspectedFile {
  /** Lower-case hex SHA-256 of the file as it lies there. */
  readonly sha256: string;
  /** Bytes of the file as it lies there. */
  readonly length: number;
  /** What the file tells; absent for a protected file, which nobody can open here, and for a refused one. */
  readonly facts?: V8Facts;
  /** Why the file was refused. */
  readonly error?: CfeRefusal;
  /** A note by Git LFS lies there, and digest and length are those of the file that it stands for. */
  readonly isLfsPointer?: true;
  /** Why a file that lies elsewhere could not be had; digest and length are then empty. */
  readonly unreachable?: string;
  /** Why a file that should be protected is not; absent when it is, as far as can be seen without a key. */
  readonly unprotected?: string;
}

/** SHA-256 of root metadata files by path (`trust/1.root.json`). */
export type RootDigests = ReadonlyMap<string, string>;

/** Everything that rules may look at. */
export interface CheckContext {
  readonly tree: ReleaseTree;
  /** Extensions whose problems are wanted; all when absent. Rules still see the others, for comparison. */
  readonly only?: ReadonlySet<string>;
  /** The tree as it was published, for rules about what may still change. */
  readonly previous?: ReleaseTree;
  /** Files by path relative to the tree; a path that is missing was not looked at. */
  readonly inspected: ReadonlyMap<string, InspectedFile>;
  /** Records of licences that are not encrypted as records are: by path, and what is wrong. Absent: not looked at. */
  readonly openRecords?: ReadonlyMap<string, string>;
  /** Today, in UTC. */
  readonly now: IsoDate;
  /** Signed roots now and as published. */
  readonly roots?: { readonly now: RootDigests; readonly before: RootDigests };
}
