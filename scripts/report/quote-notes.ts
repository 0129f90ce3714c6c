import { markdownToMdast, type MdastNode } from 'satteri';
import { deepLineOffset } from '../notes/parse-notes.ts';
import { MAX_NOTES, MAX_NOTES_DEPTH } from './limits.ts';
import { code, codeBlock, plain, quotation } from './markdown.ts';

/**
 * Release notes as a quotation: their structure is kept, and nothing of them is taken as Markdown. The text is parsed
 * and written anew from the tree, so HTML and components leave only what stands between their tags, pictures their
 * description, and addresses stand beside their text as code that nobody can click. Empty for empty notes.
 */
export function quoteNotes(text: string): string {
  const source = text.slice(0, MAX_NOTES).toWellFormed();
  const cut = text.length > MAX_NOTES ? ['…'] : [];
  // The parser takes quadratic time for lines that open very many quotations and lists.
  const blocks = deepLineOffset(source) >= 0 ? [plain(source)] : blocksOf(markdownToMdast(source), 0);
  return quotation([...blocks, ...cut].join('\n\n'));
}

/** Blocks of Markdown; none for what shows nothing. */
function blocksOf(node: MdastNode, depth: number): readonly string[] {
  if (depth > MAX_NOTES_DEPTH) return ['…'];
  switch (node.type) {
    case 'paragraph':
      return shown(inline(node));
    case 'heading':
      return shown(inline(node)).map((title) => `**${title}**`);
    case 'code':
      return [codeBlock(node.value)];
    case 'html':
      return [...titleOf(node.value), ...blocksOf(markdownToMdast(withoutTags(node.value)), depth + 1)];
    case 'list':
      return [
        node.children.map((item, index) => itemOf(item, node.ordered ? index + 1 : 0, depth)).join('\n'),
      ];
    case 'blockquote':
      return shown(childBlocks(node, depth).join('\n\n')).map(quotation);
    case 'table':
      return shown(node.children.map((row) => cellsOf(row)).join('\\\n'));
    default:
      return childBlocks(node, depth);
  }
}

const childBlocks = (node: MdastNode, depth: number): readonly string[] =>
  childrenOf(node).flatMap((child) => blocksOf(child, depth + 1));

const shown = (markdown: string): readonly string[] => (markdown === '' ? [] : [markdown]);

function itemOf(item: MdastNode, number: number, depth: number): string {
  const mark = number > 0 ? `${number}. ` : '- ';
  const indent = ' '.repeat(mark.length);
  const [first = '', ...rest] = childBlocks(item, depth).join('\n\n').split('\n');
  return [mark + first, ...rest.map((line) => (line === '' ? '' : indent + line))].join('\n').trimEnd();
}

const cellsOf = (row: MdastNode): string => childrenOf(row).map(inline).join(' · ');

/** Text inside a paragraph, in one line. */
function inline(node: MdastNode): string {
  const pieces = childrenOf(node).map(inlineNode);
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

function inlineNode(node: MdastNode): string {
  switch (node.type) {
    case 'text':
      return spaced(node.value);
    case 'inlineCode':
      return code(node.value);
    case 'break':
      return ' ';
    case 'image':
      return plain(node.alt ?? '');
    case 'link':
      return linkText(inline(node), node.url);
    case 'strong':
      return emphasized('**', inline(node));
    default:
      return childrenOf(node).map(inlineNode).join('');
  }
}

/** Escaped text that keeps the blanks around it, which separate it from its neighbours. */
const spaced = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${plain(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;

const emphasized = (mark: string, text: string): string => (text === '' ? '' : `${mark}${text}${mark}`);

/** The text and the address that it leads to, both to be read and not to be followed. */
const linkText = (text: string, url: string): string =>
  text === plain(url) || text === '' ? code(url) : `${text} (${code(url)})`;

/** The heading that a component of notes shows; MDX is read as Markdown here, so components are pieces of HTML. */
function titleOf(html: string): readonly string[] {
  const title = /^<(?:Note|Details)\b[^<>]*?\b(?:title|summary)="([^"<>]*)"/.exec(html.trim())?.[1];
  return title === undefined ? [] : shown(plain(title)).map((shownTitle) => `**${shownTitle}**`);
}

/** What stands between tags. A tag that was hidden inside another may appear: it is HTML again, and one level deeper. */
const withoutTags = (html: string): string => html.replace(/<!--.*?-->|<[^<>]*>/gs, '');

const childrenOf = (node: MdastNode): readonly MdastNode[] => ('children' in node ? node.children : []);
