import { replaceForbidden } from '../model/forbidden-character.ts';
import { MAX_NAME, MAX_TEXT } from './limits.ts';

/**
 * GitHub Flavored Markdown made of texts by strangers. Everything that a pull request brings goes through one of these
 * functions, so that a name is shown as a name: never as a link, a mention, a reference, a picture, HTML or the end of
 * our comment's marker.
 */

/** Breaks what GitHub makes into links after Markdown was rendered, where no backslash helps. Shows as nothing. */
const GAP = '\u200b';

/** A text in one line of Markdown, shown as it stands. Cut to {@link MAX_TEXT}. */
export function plain(text: string): string {
  return oneLine(text, MAX_TEXT)
    .replace(/[\\`*_{}[\]<>()#+\-!|~&$]/g, String.raw`\$&`)
    .replace(/^(\d{1,9})\./, String.raw`$1\.`)
    .replace(/@/g, `@${GAP}`)
    .replace(/#(?=\d)/g, `#${GAP}`)
    .replace(/\bGH\\-(?=\d)/gi, `$&${GAP}`)
    .replace(/:\/\//g, `:${GAP}//`)
    .replace(/\bwww\./gi, `www${GAP}.`);
}

/** A name as code, which GitHub leaves alone: it makes no links in it. One line, cut to {@link MAX_NAME}. */
export function code(text: string): string {
  const content = oneLine(text, MAX_NAME);
  if (content === '') return '—';
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(content) ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** Lines as a block of code. Longer fences than any in the text keep it inside. */
export function codeBlock(text: string): string {
  const content = withoutForbidden(text.replaceAll('\r\n', '\n'));
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${content}\n${fence}`;
}

/** A row of a table. Cells are Markdown already; a bar in them would begin another cell, even inside code. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.map(withoutBars).join(' | ')} |`;

/** The head of a table. */
export const tableHead = (titles: readonly string[]): string =>
  `${tableRow(titles)}\n|${' --- |'.repeat(titles.length)}`;

/** Markdown as a quotation: every line stays inside it. */
export const quotation = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

// GFM pairs backslashes from the left before it looks for bars: only an odd number of them escapes one.
const withoutBars = (cell: string): string =>
  cell.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 1 ? bar : `${slashes}\\|`));

const withoutForbidden = (text: string): string => replaceForbidden(text, () => '\ufffd');

/** Without line ends and without what changes the direction of text. */
function oneLine(text: string, limit: number): string {
  const line = withoutForbidden(text.replace(/\s+/g, ' ')).trim();
  return line.length > limit ? `${line.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
