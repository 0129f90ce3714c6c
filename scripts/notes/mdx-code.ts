import type { MdastNode } from 'satteri';
import { walk } from './walk.ts';

/** A piece of MDX that would run as code, and where it stands. */
export interface MdxCode {
  readonly code: 'import' | 'expression';
  readonly offset: number;
  readonly length: number;
}

/**
 * Starts of ES module code and of expressions, wherever they stand; a backslash makes a brace ordinary text. The
 * parser knows `import` and `export` at the first column only.
 */
const CODE = /^(?:import|export)(?=[\s{*"'])[^\n]*|(?<!\\)(?:\\\\)*(\{[^{}\n]*\}?|\})/gm;

/**
 * Pieces of the text that would be code if they do not stand inside a code block. `trees` are those of
 * {@link neutralised} text: if each brace stands in a code block there, the parser reads the original the same way,
 * because nothing before the first brace differs. Without trees nothing counts as a code block.
 */
export function mdxCode(text: string, trees: readonly MdastNode[]): readonly MdxCode[] {
  const quoted = trees.map((tree) => quotedUnits(tree, text.length));
  const isText = (offset: number): boolean =>
    quoted.length > 0 && quoted.every((units) => units[offset] === 1);
  return [...text.matchAll(CODE)].map(toCode).filter(({ offset }) => !isText(offset));
}

function toCode(match: RegExpExecArray): MdxCode {
  const brace = match[1];
  if (brace === undefined) return { code: 'import', offset: match.index, length: match[0].length };
  const offset = match.index + match[0].length - brace.length;
  return { code: 'expression', offset, length: brace.length };
}

/** The same text, of the same length, in which nothing is code any more: braces are quotes, `import` is `Import`. */
export const neutralised = (text: string): string =>
  text.replace(/[{}]/g, '"').replace(/^(?:import|export)(?=[\s"*'])/gm, capitalised);

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** One byte for each UTF-16 unit of the text: 1 inside a code block. */
function quotedUnits(tree: MdastNode, length: number): Uint8Array {
  const units = new Uint8Array(length);
  for (const { node } of walk(tree)) {
    const { start, end } = node.position ?? {};
    if (isQuoted(node)) units.fill(1, (start?.offset ?? length) + 1, end?.offset ?? length);
  }
  return units;
}

/** Code within one line, or fenced: MDX starts an expression at a line's first brace even inside backquotes. */
const isQuoted = (node: MdastNode): boolean =>
  node.type === 'code' ||
  (node.type === 'inlineCode' && node.position?.start.line === node.position?.end.line);
