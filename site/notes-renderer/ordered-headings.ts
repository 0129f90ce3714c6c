import type { NoteItem, NoteNode } from './note-node.ts';

/** Depth of the deepest heading of HTML. */
const DEEPEST = 6;

/**
 * The same nodes with headings in the order of a page: the shallowest one becomes `top`, and none goes down more than
 * one step below the heading before it. People begin their notes with `##` as often as with `#`, and who listens to a
 * page goes by its headings.
 */
export function orderedHeadings(nodes: readonly NoteNode[], top: number): readonly NoteNode[] {
  const shallowest = Math.min(...nodes.flatMap(depthsIn));
  let previous = top - 1;
  const visitItem = (item: NoteItem): NoteItem => ({ ...item, children: item.children.map(visit) });
  function visit(node: NoteNode): NoteNode {
    if (node.kind === 'list' || node.kind === 'footnotes')
      return { ...node, items: node.items.map(visitItem) };
    if (node.kind === 'heading') {
      previous = Math.min(top + node.depth - shallowest, previous + 1, DEEPEST);
      return { ...node, depth: previous };
    }
    return 'children' in node ? { ...node, children: node.children.map(visit) } : node;
  }
  return nodes.map(visit);
}

function depthsIn(node: NoteNode): readonly number[] {
  if (node.kind === 'heading') return [node.depth];
  if ('items' in node) return node.items.flatMap(({ children }) => children.flatMap(depthsIn));
  return 'children' in node ? node.children.flatMap(depthsIn) : [];
}
