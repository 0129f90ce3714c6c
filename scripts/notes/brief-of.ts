import { markdownToMdast, type MdastNode } from 'satteri';
import { replaceForbidden } from '../model/forbidden-character.ts';
import { MAX_BRIEF_LENGTH } from './limits.ts';
import { deepLineOffset } from './parse-notes.ts';
import { walk } from './walk.ts';

/** Characters that are read in search of the first paragraph. */
const BRIEF_SOURCE_LENGTH = 8 * 1024;

/**
 * First paragraph of notes as plain text, for lists: no markup, no line breaks, at most {@link MAX_BRIEF_LENGTH}
 * UTF-16 units, cut between words with `…`. Of notes that begin with a list, its first item. Empty when there is no
 * paragraph. Never throws: MDX is read as Markdown here, so nothing in it is code.
 */
export function briefOf(text: string): string {
  const source = text.slice(0, BRIEF_SOURCE_LENGTH).toWellFormed();
  if (deepLineOffset(source) >= 0) return '';
  for (const { node } of walk(markdownToMdast(source))) {
    if (node.type !== 'paragraph') continue;
    const words = plainText(node);
    if (words !== '') return shortened(words);
  }
  return '';
}

/** Text of a node without markup; HTML and components are left out. */
function plainText(root: MdastNode): string {
  const pieces: string[] = [];
  for (const { node } of walk(root)) {
    if (node.type === 'text' || node.type === 'inlineCode') pieces.push(node.value);
    if (node.type === 'break') pieces.push(' ');
  }
  return replaceForbidden(pieces.join(''), () => ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function shortened(text: string): string {
  if (text.length <= MAX_BRIEF_LENGTH) return text;
  const start = text.slice(0, MAX_BRIEF_LENGTH - 1);
  const space = start.lastIndexOf(' ');
  const cut = space > MAX_BRIEF_LENGTH / 2 ? start.slice(0, space) : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}
