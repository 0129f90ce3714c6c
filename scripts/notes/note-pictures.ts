import type { MdastNode } from 'satteri';
import type { Definitions } from './lint-node.ts';
import { definitionsOf } from './lint-tree.ts';
import { neutralised } from './mdx-code.ts';
import { parseNotes, type NotesFormat } from './parse-notes.ts';
import { walk } from './walk.ts';

/** A picture that notes show, and where they say so. */
export interface NotePicture {
  /** Path in the release's folder, without a leading `./`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** What begins a picture; most notes have none and need not be parsed. */
const BEGINNING = /!\[|<Screenshot/;

/** Pictures that notes show, in the order of the text. Notes that cannot be parsed show none: the linter says so. */
export function notePictures(text: string, format: NotesFormat): readonly NotePicture[] {
  if (!BEGINNING.test(text)) return [];
  const trees = parseNotes(format === 'mdx' ? neutralised(text) : text, format);
  const [tree] = 'cause' in trees ? [] : trees;
  if (tree === undefined) return [];
  const definitions = definitionsOf(tree);
  const pictures: NotePicture[] = [];
  for (const { node } of walk(tree)) {
    const address = addressOf(node, definitions);
    if (address !== undefined) pictures.push({ path: address.replace(/^\.\//, ''), ...placeOf(node) });
  }
  return pictures;
}

function placeOf({ position }: MdastNode): Omit<NotePicture, 'path'> {
  if (position === undefined) return { line: 1, column: 1, length: 1 };
  const { start, end } = position;
  const length = Math.max(1, (end.offset ?? 0) - (start.offset ?? 0));
  return { line: start.line, column: start.column, length };
}

function addressOf(node: MdastNode, definitions: Definitions): string | undefined {
  switch (node.type) {
    case 'image':
      return node.url;
    case 'imageReference':
      return definitions.get(node.identifier);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.name === 'Screenshot' ? literal(node.attributes) : undefined;
    default:
      return undefined;
  }
}

type Attributes = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>['attributes'];

function literal(attributes: Attributes): string | undefined {
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'src')
      return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}
