import { CST, Lexer } from 'yaml';
import { LIMITS } from '../limits.ts';

/** Tokens that make no structure; each of the others costs a node, a key to compare or a fault to describe. */
const CHEAP: ReadonlySet<string | null> = new Set([
  null,
  'byte-order-mark',
  'comment',
  'newline',
  'scalar',
  'space',
]);

const OPENING: ReadonlySet<string> = new Set(['flow-map-start', 'flow-seq-start']);
const CLOSING: ReadonlySet<string> = new Set(['flow-map-end', 'flow-seq-end']);

/** Each opens a block inside the one before it when they stand in one line: `- - - a`. */
const COMPACT: ReadonlySet<string> = new Set(['explicit-key-ind', 'map-value-ind', 'seq-item-ind']);

/**
 * Whether a text is more work than a manifest may be, told from its tokens before the library makes nodes of them. The
 * library composes them recursively: brackets nested deeply enough end the process without an exception, because V8
 * compiles a pattern where the stack is used up; and it describes every fault of tens of thousands.
 */
export function isTooMuchYaml(text: string): boolean {
  const seen = { structure: 0, brackets: 0, inLine: 0 };
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'newline') seen.inLine = 0;
    if (type === null || CHEAP.has(type)) continue;
    seen.structure += 1;
    if (OPENING.has(type)) seen.brackets += 1;
    else if (CLOSING.has(type)) seen.brackets -= 1;
    else if (COMPACT.has(type) && seen.brackets <= 0) seen.inLine += 1;
    if (seen.structure > LIMITS.yamlTokens || Math.max(seen.brackets, seen.inLine) > LIMITS.yamlOpenings)
      return true;
  }
  return false;
}
