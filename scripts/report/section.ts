/** One part of the report. */
export interface Section {
  readonly name: 'problems' | 'reach' | 'modules' | 'releases';
  /** What stands above its blocks; kept whatever is cut. */
  readonly head: readonly string[];
  /** Pieces of Markdown, the most important first; each is shown whole or not at all. */
  readonly blocks: readonly string[];
  /** Rows follow each other line by line, paragraphs have an empty line between them. */
  readonly kind: 'rows' | 'paragraphs';
}

/** Sections that fit, and how many blocks of which did not. */
export interface Fitted {
  readonly markdown: string;
  readonly left: ReadonlyMap<Section['name'], number>;
}

/**
 * Puts sections together within `limit` UTF-16 units. Each may take its equal part of the room that the ones before it
 * left, so that a long list of problems does not hide who gets the release; blocks that do not fit are left out whole.
 */
export function fitted(sections: readonly Section[], limit: number): Fitted {
  const parts: string[] = [];
  const left = new Map<Section['name'], number>();
  let room = limit;
  for (const [index, section] of sections.entries()) {
    const { text, count } = cut(section, Math.floor(room / (sections.length - index)));
    parts.push(text);
    room -= text.length + SEPARATOR.length;
    if (count < section.blocks.length) left.set(section.name, section.blocks.length - count);
  }
  return { markdown: parts.join(SEPARATOR), left };
}

const SEPARATOR = '\n\n';

function cut(
  { head, blocks, kind }: Section,
  room: number,
): { readonly text: string; readonly count: number } {
  const separator = kind === 'rows' ? '\n' : SEPARATOR;
  let text = head.join(SEPARATOR);
  let count = 0;
  for (const block of blocks) {
    if (text.length + separator.length + block.length > room) break;
    text += separator + block;
    count += 1;
  }
  return { text, count };
}
