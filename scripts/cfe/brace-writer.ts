import { isList, type BraceList, type BraceNode } from './brace-node.ts';
import { parseBraceText } from './brace-text.ts';

/**
 * Writes brace text byte for byte as the platform does: a line break in front of every opening brace but the first
 * one of a value, and in front of a closing brace behind a list; nothing else. Quotes are doubled.
 */
export const writeBraceText = (values: readonly BraceNode[]): string =>
  values.map((value) => nodeText(value).replace(/^\r\n/, '')).join(',\r\n');

/** Brace text in any layout → as the platform lays it out. */
export const canonicalBraceText = (text: string): string => writeBraceText(parseBraceText(text).values);

/** A quoted string of brace text. */
export const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Where the platform breaks base64, and how: also behind a last line that is full. */
const BASE64_LINE = 64;
const BASE64_BREAK = '\r\r\n';

function nodeText(node: BraceNode): string {
  if (typeof node === 'string') return isFullBase64(node) ? `${node}${BASE64_BREAK}` : node;
  return isList(node) ? listText(node) : quotedText(node.quoted);
}

function listText(list: BraceList): string {
  const end = isList(list.at(-1)) ? '\r\n}' : '}';
  return `\r\n{${list.map(nodeText).join(',')}${end}`;
}

/** Base64 of several lines whose last one is full; the break behind it is white space to whoever reads. */
function isFullBase64(atom: string): boolean {
  const last = atom.lastIndexOf(BASE64_BREAK);
  return last >= 0 && atom.length - last - BASE64_BREAK.length === BASE64_LINE;
}
