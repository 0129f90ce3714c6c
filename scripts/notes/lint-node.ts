import type { MdastNode } from 'satteri';
import { isImageAddress, isLinkAddress } from './address.ts';
import { lintComponent } from './lint-component.ts';
import type { NodeFinding } from './problem.ts';

/** Addresses of `[name]: address` lines by identifier; the first of a name counts, as CommonMark says. */
export type Definitions = ReadonlyMap<string, string>;

/** Nodes that only arrange text. Whatever is neither here nor in the switch below is refused. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['root', 'paragraph', 'heading', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'break'],
  ...['blockquote', 'list', 'listItem', 'thematicBreak', 'table', 'tableRow', 'tableCell'],
  ...['footnoteReference', 'footnoteDefinition', 'containerDirective', 'leafDirective', 'textDirective'],
]);

/** Problems of a node itself; its children are visited on their own. */
export function lintNode(node: MdastNode, definitions: Definitions): readonly NodeFinding[] {
  switch (node.type) {
    case 'html':
      return [{ code: 'html', args: { markup: firstLine(node.value) } }];
    case 'yaml':
    case 'toml':
      return [{ code: 'front-matter', args: {} }];
    case 'mdxjsEsm':
      return [{ code: 'import', args: { text: firstLine(node.value) } }];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [{ code: 'expression', args: { text: firstLine(node.value) } }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return lintComponent(node);
    default:
      return lintAddress(node, definitions);
  }
}

function lintAddress(node: MdastNode, definitions: Definitions): readonly NodeFinding[] {
  switch (node.type) {
    case 'link':
      return lintLink(node.url);
    case 'image':
      return lintImage(node.url);
    case 'linkReference':
      return lintLink(definitions.get(node.identifier) ?? '#');
    case 'imageReference':
      return lintImage(definitions.get(node.identifier) ?? '');
    case 'definition':
      return isImageAddress(node.url) ? [] : lintLink(node.url);
    default:
      return HARMLESS.has(node.type) ? [] : [{ code: 'markup-unknown', args: { type: node.type } }];
  }
}

const lintLink = (url: string): readonly NodeFinding[] =>
  isLinkAddress(url) ? [] : [{ code: 'link-address', args: { url } }];

const lintImage = (url: string): readonly NodeFinding[] =>
  isImageAddress(url) ? [] : [{ code: 'image-address', args: { url } }];

/** Enough of a piece of markup to recognise it. */
const firstLine = (text: string): string => text.split('\n', 1).join('').slice(0, 60);
