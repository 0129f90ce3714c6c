/** HTML that was put together by {@link html}: nothing of it is a stranger's markup. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, HTML is taken as it is, lists are joined, nothing draws nothing. */
export type Piece = string | number | Html | undefined | false | readonly Piece[];

/**
 * HTML from a template. Everything that is not `Html` is escaped, for contents and for attributes in double quotes;
 * templates therefore quote every attribute. Addresses must have been judged before: escaping does not make
 * `javascript:` harmless.
 */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const parts = withoutIndent(template);
  let text = parts[0] ?? '';
  for (const [at, piece] of pieces.entries()) text += drawn(piece) + (parts[at + 1] ?? '');
  return new Html(text);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Templates are indented for those who read them; pages are not. A line break is kept: it may part two words. */
function withoutIndent(template: TemplateStringsArray): readonly string[] {
  const parts = known.get(template) ?? template.map((part) => part.replaceAll(/\s*\n\s*/g, '\n'));
  known.set(template, parts);
  return parts;
}

function drawn(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'number') return String(piece);
  return typeof piece === 'string' ? escapeHtml(piece) : piece.map(drawn).join('');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as the contents of an element or of a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign);
