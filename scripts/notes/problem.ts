import type { ProblemArgs } from '../model/problem.ts';

/** What is wrong with release notes. Closed: `wording/` has a sentence for each in both languages. */
export type NotesProblemCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-signs'
  | 'control-character'
  | 'bidi-character'
  | 'front-matter'
  | 'html'
  | 'import'
  | 'expression'
  | 'component-unknown'
  | 'attribute-unknown'
  | 'attribute-not-literal'
  | 'attribute-value'
  | 'link-address'
  | 'image-address'
  | 'markup-unknown'
  | 'syntax';

/** What is wrong with one node; its place is the node's. */
export type NodeFinding = Pick<NotesProblem, 'code' | 'args'>;

/** Something in notes that may not be published, as a value: wording comes last. */
export interface NotesProblem {
  readonly code: NotesProblemCode;
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 units as editors count. */
  readonly column: number;
  /** Characters to underline, at least 1. */
  readonly length: number;
  /** Values from the notes: show them escaped only. */
  readonly args: ProblemArgs;
}
