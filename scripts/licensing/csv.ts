/** Rows of a table, and the line of the text that each begins in. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quote was opened in the line and never closed. */
export class CsvFault extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`open quote in line ${line}`);
    this.line = line;
  }
}

/** Separators in the order of preference; spreadsheets of different countries write different ones. */
const SEPARATORS = [';', '\t', ','] as const;

/**
 * Reads a table as spreadsheets save it (RFC 4180, with semicolons and tabs as well). The separator is the one that the
 * first line has. Empty lines are left out. Throws `CsvFault`.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const first = text.split('\n', 1)[0] ?? '';
  const separator = SEPARATORS.find((candidate) => first.includes(candidate)) ?? ';';
  return new CsvReader(text.replace(/^\ufeff/, ''), separator)
    .rows()
    .filter(({ cells }) => cells.some(Boolean));
}

/** A table as text; the first character tells spreadsheets that it is UTF-8. */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => cells.map(written).join(';')).join('\r\n')}\r\n`;

/**
 * A cell that begins like a formula would be computed by the spreadsheet that opens it (OWASP, «CSV injection»); and so
 * would the rest of one after a comma, a tab or a quote, where a spreadsheet of another country begins a new cell.
 */
const written = (cell: string): string => {
  const safe = cell.replaceAll(/(?:^[\t\r]|(?<=^|[,;\t"\r\n])[=+\-@＝＋－＠])/g, "'$&");
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

class CsvReader {
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  #line = 1;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
  }

  rows(): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    while (this.#at < this.#text.length) rows.push({ line: this.#line, cells: this.#cells() });
    return rows;
  }

  #cells(): readonly string[] {
    const cells = [this.#cell()];
    while (this.#text[this.#at] === this.#separator) {
      this.#at++;
      cells.push(this.#cell());
    }
    this.#endOfLine();
    return cells;
  }

  #cell(): string {
    if (this.#text[this.#at] === '"') return this.#quoted();
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#isEnd(this.#text.charAt(this.#at))) this.#at++;
    return this.#text.slice(start, this.#at).trim();
  }

  #quoted(): string {
    const opened = this.#line;
    let cell = '';
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at);
      if (character === '\n') this.#line++;
      if (character !== '"') {
        cell += character;
        continue;
      }
      this.#at++;
      if (this.#text[this.#at] !== '"') return this.#afterQuote(cell);
      cell += '"';
    }
    throw new CsvFault(opened);
  }

  /** What stands between a closing quote and the next separator belongs to nobody; spreadsheets pass it over. */
  #afterQuote(cell: string): string {
    while (this.#at < this.#text.length && !this.#isEnd(this.#text.charAt(this.#at))) this.#at++;
    return cell.trim();
  }

  #isEnd(character: string): boolean {
    return character === this.#separator || character === '\n' || character === '\r';
  }

  #endOfLine(): void {
    if (this.#text[this.#at] === '\r') this.#at++;
    if (this.#text[this.#at] !== '\n') return;
    this.#at++;
    this.#line++;
  }
}
