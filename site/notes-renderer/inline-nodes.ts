import type { MdastNode } from 'satteri';
import type { NoteNode } from './note-node.ts';
import { footnoteReference } from './note-references.ts';
import type { Rendering } from './rendering.ts';

/** What a piece of a line becomes, or `undefined` when the node is not part of a line. */
export function inlineNodes(node: MdastNode, rendering: Rendering): readonly NoteNode[] | undefined {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value }];
    case 'inlineCode':
      return [{ kind: 'inlineCode', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ kind: node.type, children: rendering.children(node) }];
    case 'footnoteReference':
      return footnoteReference(node.identifier, rendering.references);
    default:
      return linkNodes(node, rendering);
  }
}

function linkNodes(node: MdastNode, rendering: Rendering): readonly NoteNode[] | undefined {
  switch (node.type) {
    case 'link':
      return [{ kind: 'link', href: node.url, children: rendering.children(node) }];
    case 'image':
      return [{ kind: 'image', src: rendering.imageAddress(node.url), alt: node.alt ?? '' }];
    case 'linkReference':
      return referredLink(
        rendering.references.definitions.get(node.identifier)?.url,
        rendering.children(node),
      );
    case 'imageReference':
      return referredImage(rendering.references.definitions.get(node.identifier)?.url, node.alt, rendering);
    default:
      return undefined;
  }
}

const referredLink = (href: string | undefined, children: readonly NoteNode[]): readonly NoteNode[] =>
  href === undefined ? children : [{ kind: 'link', href, children }];

function referredImage(
  path: string | undefined,
  alt: string | null | undefined,
  rendering: Rendering,
): readonly NoteNode[] {
  return path === undefined ? [] : [{ kind: 'image', src: rendering.imageAddress(path), alt: alt ?? '' }];
}
