import type { MdastNode } from 'satteri';
import type { NoteNode } from './note-node.ts';
import type { NoteReferences } from './note-references.ts';

/** What the rendering of one node needs of the whole. */
export interface Rendering {
  readonly references: NoteReferences;
  /** Address at which a picture of the release's folder is published. */
  readonly imageAddress: (path: string) => string;
  /** What the children of a node become. */
  readonly children: (parent: { readonly children: readonly MdastNode[] }) => readonly NoteNode[];
}
