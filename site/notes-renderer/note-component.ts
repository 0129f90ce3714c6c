import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { NoteNode, NoteTone } from './note-node.ts';

/** A component as notes write it. */
export type ComponentElement = MdxJsxFlowElement | MdxJsxTextElement;

/** What a component draws, or nothing when the vocabulary of `scripts/notes/components.ts` does not have it. */
export function componentNode(
  element: ComponentElement,
  children: readonly NoteNode[],
  imageAddress: (path: string) => string,
): NoteNode | undefined {
  const text = (name: string): string | undefined => literalOf(element, name);
  const title = text('title');
  const caption = text('caption');
  switch (element.name) {
    case 'Note':
      return {
        kind: 'note',
        tone: toneOf(text('type')),
        ...(title === undefined ? {} : { title }),
        children,
      };
    case 'Steps':
      return { kind: 'steps', children };
    case 'Details':
      return { kind: 'details', summary: text('summary') ?? '…', children };
    case 'Screenshot':
      return {
        kind: 'screenshot',
        src: imageAddress(text('src') ?? ''),
        alt: text('alt') ?? '',
        ...(caption === undefined ? {} : { caption }),
      };
    default:
      return undefined;
  }
}

function literalOf(element: ComponentElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}

function toneOf(type: string | undefined): NoteTone {
  return type === 'tip' || type === 'caution' || type === 'danger' ? type : 'note';
}
