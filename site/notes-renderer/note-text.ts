import type { NoteNode } from './note-node.ts';

/** The words of notes without their markup, for the search: what stands apart in a page is parted by a space. */
export const noteText = (nodes: readonly NoteNode[]): string =>
  nodes.map(textOf).join('').replaceAll(/\s+/g, ' ').trim();

const INLINE: ReadonlySet<NoteNode['kind']> = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
]);

function textOf(node: NoteNode): string {
  const text = [...ownTexts(node), ...childrenOf(node).map(textOf)].join('');
  return INLINE.has(node.kind) ? text : ` ${text} `;
}

function ownTexts(node: NoteNode): readonly string[] {
  switch (node.kind) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return [node.text];
    case 'details':
      return [node.summary, ' '];
    case 'note':
      return node.title === undefined ? [] : [node.title, ' '];
    case 'image':
    case 'screenshot':
      return [node.alt];
    default:
      return [];
  }
}

function childrenOf(node: NoteNode): readonly NoteNode[] {
  if (node.kind === 'table') {
    return [node.header, ...node.rows].flat().map((children) => ({ kind: 'paragraph', children }));
  }
  if ('items' in node) return node.items.map(({ children }) => ({ kind: 'paragraph', children }));
  return 'children' in node ? node.children : [];
}
