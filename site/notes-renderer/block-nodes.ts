import type { MdastNode } from 'satteri';
import type { NoteNode } from './note-node.ts';
import type { Rendering } from './rendering.ts';

type ListNode = Extract<MdastNode, { readonly type: 'list' }>;
type TableNode = Extract<MdastNode, { readonly type: 'table' }>;
type ParagraphNode = Extract<MdastNode, { readonly type: 'paragraph' }>;

/** Notes stand under the second heading of a page, so theirs begin with the third. */
const HEADING_SHIFT = 2;

/** What a block becomes, or `undefined` when the node is not a block. */
export function blockNodes(node: MdastNode, rendering: Rendering): readonly NoteNode[] | undefined {
  switch (node.type) {
    case 'heading':
      return [
        {
          kind: 'heading',
          depth: Math.min(6, node.depth + HEADING_SHIFT),
          children: rendering.children(node),
        },
      ];
    case 'paragraph':
      return paragraphNodes(node, rendering);
    case 'blockquote':
      return [{ kind: 'quote', children: rendering.children(node) }];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'list':
      return [listNode(node, rendering)];
    case 'table':
      return [tableNode(node, rendering)];
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return undefined;
  }
}

/**
 * A line that holds nothing but components is not a paragraph around them: MDX reads `<Note>text</Note>` on a line of
 * its own as inline, and a note inside a paragraph would be wrong HTML.
 */
function paragraphNodes(node: ParagraphNode, rendering: Rendering): readonly NoteNode[] {
  const onlyComponents = node.children.every(
    (child) => child.type === 'mdxJsxTextElement' || (child.type === 'text' && child.value.trim() === ''),
  );
  const children = rendering.children(node);
  return onlyComponents ? children : [{ kind: 'paragraph', children }];
}

/** One blank line anywhere makes every item of a list a paragraph (CommonMark 5.3). */
function listNode(node: ListNode, rendering: Rendering): NoteNode {
  const isLoose = node.spread === true || node.children.some(({ spread }) => spread === true);
  return {
    kind: 'list',
    ...(node.ordered === true ? { start: node.start ?? 1 } : {}),
    items: node.children.map((item) => {
      const children = rendering.children(item);
      return {
        ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
        children: isLoose ? children : children.flatMap(withoutParagraph),
      };
    }),
  };
}

const withoutParagraph = (node: NoteNode): readonly NoteNode[] =>
  node.kind === 'paragraph' ? node.children : [node];

function tableNode(node: TableNode, rendering: Rendering): NoteNode {
  const [header = [], ...rows] = node.children.map((row) =>
    row.children.map((cell) => rendering.children(cell)),
  );
  return { kind: 'table', header, rows };
}
