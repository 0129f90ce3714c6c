import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import type { Notes } from '../../scripts/model/release-tree.ts';
import { lintNotes } from '../../scripts/notes/index.ts';
import { blockNodes } from './block-nodes.ts';
import { inlineNodes } from './inline-nodes.ts';
import { componentNode } from './note-component.ts';
import type { NoteItem, NoteNode } from './note-node.ts';
import { NotesError } from './notes-error.ts';
import { noteReferences } from './note-references.ts';
import type { Rendering } from './rendering.ts';

/**
 * Release notes as values that a page can draw. Nothing of the text is run: MDX is parsed to a tree, and the tree is
 * translated node by node. Texts that the linter refuses never get so far, whoever forgot to check them; a kind of
 * node that we do not know stops the build instead of being passed on.
 *
 * @param imageAddress address at which a picture of the release's folder is published
 * @throws {NotesError} `notes-refused` with the linter's problems, `notes-node-unknown`
 */
export function noteNodes(notes: Notes, imageAddress: (path: string) => string): readonly NoteNode[] {
  const problems = lintNotes(notes.text, notes.format);
  if (problems.length > 0) throw new NotesError('notes-refused', notes.file, problems);
  const parse = notes.format === 'mdx' ? mdxToMdast : markdownToMdast;
  // A byte order mark would hide the markup of the first line.
  const tree = parse(notes.text.replace(/^\uFEFF/, ''), { position: false });
  const rendering: Rendering = {
    references: noteReferences(tree),
    imageAddress,
    children: (parent) => parent.children.flatMap((child) => nodesOf(child, rendering, notes.file)),
  };
  return [...('children' in tree ? rendering.children(tree) : []), ...footnotes(rendering)];
}

function nodesOf(node: MdastNode, rendering: Rendering, file: string): readonly NoteNode[] {
  const drawn =
    blockNodes(node, rendering) ?? inlineNodes(node, rendering) ?? componentNodes(node, rendering);
  if (drawn === undefined) throw new NotesError('notes-node-unknown', file);
  return drawn;
}

function componentNodes(node: MdastNode, rendering: Rendering): readonly NoteNode[] | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const drawn = componentNode(node, rendering.children(node), rendering.imageAddress);
  return drawn === undefined ? undefined : [drawn];
}

function footnotes(rendering: Rendering): readonly NoteNode[] {
  const items: readonly NoteItem[] = [...rendering.references.footnotes.values()].map(({ node }) => ({
    children: rendering.children(node),
  }));
  return items.length === 0 ? [] : [{ kind: 'footnotes', items }];
}
