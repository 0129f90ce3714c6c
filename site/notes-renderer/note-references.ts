import type { MdastNode } from 'satteri';
import type { NoteNode } from './note-node.ts';

type Definition = Extract<MdastNode, { readonly type: 'definition' }>;
type Footnote = Extract<MdastNode, { readonly type: 'footnoteDefinition' }>;

/** A footnote and the number that readers see, from 1 in the order of the definitions. */
export interface NumberedFootnote {
  readonly number: number;
  readonly node: Footnote;
}

/** What parts of notes refer to by name: link definitions and footnotes. The first of a name counts (CommonMark 4.7). */
export interface NoteReferences {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, NumberedFootnote>;
}

/** Collects the definitions of a tree that the linter has seen, so its depth is bounded. */
export function noteReferences(root: MdastNode): NoteReferences {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, NumberedFootnote>();
  const visit = (node: MdastNode): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) {
      footnotes.set(node.identifier, { number: footnotes.size + 1, node });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return { definitions, footnotes };
}

/** The mark of a footnote; nothing when nobody defined it. */
export function footnoteReference(identifier: string, references: NoteReferences): readonly NoteNode[] {
  const footnote = references.footnotes.get(identifier);
  return footnote === undefined ? [] : [{ kind: 'footnoteReference', number: footnote.number }];
}
