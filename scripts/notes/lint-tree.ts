import type { MdastNode } from 'satteri';
import { forbiddenCharacters } from '../model/forbidden-character.ts';
import { MAX_NOTES_DEPTH } from './limits.ts';
import { lintNode, type Definitions } from './lint-node.ts';
import type { NodeFinding, NotesProblem } from './problem.ts';
import { walk } from './walk.ts';

/** Problems of one tree of `text`; nothing below a node that is too deep is looked at. */
export function lintTree(tree: MdastNode, text: string): readonly NotesProblem[] {
  const definitions = definitionsOf(tree);
  const problems: NotesProblem[] = [];
  for (const { node, depth } of walk(tree)) {
    if (depth > MAX_NOTES_DEPTH) return [...problems, placed(node, tooDeep)];
    for (const finding of lintNode(node, definitions)) problems.push(placed(node, finding));
    for (const finding of lintReferences(node, text)) problems.push(placed(node, finding));
  }
  return problems;
}

const tooDeep: NodeFinding = { code: 'too-deep', args: { limit: MAX_NOTES_DEPTH } };

/** Addresses that nodes refer to by a name. */
export function definitionsOf(tree: MdastNode): Definitions {
  const definitions = new Map<string, string>();
  for (const { node } of walk(tree)) {
    if (node.type !== 'definition' || definitions.has(node.identifier)) continue;
    definitions.set(node.identifier, node.url);
  }
  return definitions;
}

/** Forbidden characters that are written as references (`&#x202E;`), so that the raw text does not have them. */
function* lintReferences(node: MdastNode, text: string): Generator<NodeFinding> {
  const { start, end } = node.position ?? {};
  const raw = text.slice(start?.offset, end?.offset);
  for (const value of Object.values(node)) {
    if (typeof value !== 'string') continue;
    for (const { index, codePoint, kind } of forbiddenCharacters(value)) {
      if (raw.includes(value.charAt(index))) continue;
      yield { code: `${kind}-character`, args: { codePoint } };
      return;
    }
  }
}

function placed(node: MdastNode, finding: NodeFinding): NotesProblem {
  const { start, end } = node.position ?? {};
  const length = Math.max(1, (end?.offset ?? 0) - (start?.offset ?? 0));
  return { ...finding, line: start?.line ?? 1, column: start?.column ?? 1, length };
}
