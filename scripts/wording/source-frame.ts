import { forTerminal } from './for-terminal.ts';

/** What a piece of a source line looks like, and how many columns it takes. */
interface Cell {
  readonly shown: string;
  readonly columns: number;
}

/** Which characters of which line a frame underlines. Line and column are one-based, column in UTF-16 units. */
export interface FramedSpan {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Columns before the text of a line: number and bar. */
const MARGIN = 7;

/** Columns of text that are kept before the span when a long line is cut. */
const LEAD = 20;

const TAB: Cell = { shown: '  ', columns: 2 };

/**
 * The line of a source with carets under a part of it, as two lines of text; nothing when there is no such line. A
 * line that is longer than `width` is cut around the span.
 */
export function sourceFrame(source: string, span: FramedSpan, width: number): readonly string[] {
  const line = source.split('\n', span.line)[span.line - 1]?.replace(/\r$/, '');
  if (line === undefined || line.trim() === '') return [];
  const before = cellsOf(line.slice(0, span.column - 1));
  const inside = cellsOf(line.slice(span.column - 1, span.column - 1 + span.length));
  const after = cellsOf(line.slice(span.column - 1 + span.length));
  const room = Math.max(20, width - MARGIN);
  const [head, skipped] = keepEnd(before, room - Math.min(columnsOf(inside), room - LEAD));
  const text = cut([...head, ...inside, ...after], room - skipped.length);
  const indent = ' '.repeat(skipped.length + columnsOf(head));
  const carets = '^'.repeat(Math.max(1, Math.min(columnsOf(inside), room - indent.length)));
  return [`${String(span.line).padStart(4)} | ${skipped}${text}`, `     | ${indent}${carets}`];
}

/** The end of the cells that fits, and the sign that something was left out before it. */
function keepEnd(cells: readonly Cell[], room: number): readonly [readonly Cell[], string] {
  if (columnsOf(cells) <= room) return [cells, ''];
  const kept: Cell[] = [];
  for (const cell of cells.toReversed()) {
    if (columnsOf(kept) + cell.columns > Math.min(LEAD, room)) break;
    kept.unshift(cell);
  }
  return [kept, '…'];
}

/** The start of the cells that fits, with a sign when something was left out after it. */
function cut(cells: readonly Cell[], room: number): string {
  if (columnsOf(cells) <= room) return cells.map(({ shown }) => shown).join('');
  let text = '';
  let columns = 0;
  for (const cell of cells) {
    columns += cell.columns;
    if (columns > room - 1) break;
    text += cell.shown;
  }
  return `${text}…`;
}

/** Longest run of characters that a frame looks at; no terminal is wider. */
const MAX_CHARACTERS = 2_000;

const WIDE =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Characters as a terminal shows them: Cyrillic takes one column, Chinese and pictures two, accents none. */
const cellsOf = (text: string): readonly Cell[] => Array.from(text.slice(-MAX_CHARACTERS), cellOf);

function cellOf(character: string): Cell {
  if (character === '\t') return TAB;
  const shown = forTerminal(character);
  if (shown !== character) return { shown, columns: shown.length };
  if (/^\p{M}$/u.test(character)) return { shown, columns: 0 };
  return { shown, columns: WIDE.test(character) ? 2 : 1 };
}

const columnsOf = (cells: readonly Cell[]): number => cells.reduce((sum, { columns }) => sum + columns, 0);
