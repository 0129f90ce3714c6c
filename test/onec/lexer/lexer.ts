import { keywordOf } from './keywords.ts';
import { BslSyntaxError, PUNCTUATION, type Position, type Token } from './token.ts';

const SPACE = /[\s\uFEFF]*/y;
const COMMENT = /\/\/[^\n]*/y;
const WORD = /[A-Za-zА-Яа-яЁё_][A-Za-zА-Яа-яЁё_0-9]*/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const DATE = /'([^'\n]*)'/y;
const DIRECTIVE = /&([A-Za-zА-Яа-яЁё]+)(?:\("([^"\n]*)"\))?/y;
const INSTRUCTION = /#[^\n]*/y;
const STRING_PART = /[^"\n]*/y;
const BEFORE_BAR = /(?:\s|\/\/[^\n]*\n)*\|/y;

/** Cuts the text of a module into tokens; comments and white space are dropped. */
class Lexer {
  readonly #text: string;
  readonly #lineStarts: number[] = [0];
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }

  *tokens(): Generator<Token> {
    for (;;) {
      this.#skip();
      const at = this.#position(this.#offset);
      if (this.#offset >= this.#text.length) {
        yield { kind: 'end', text: '', ...at, endLine: at.line };
        return;
      }
      yield this.#next(at);
    }
  }

  #next(at: Position): Token {
    const first = this.#text.charAt(this.#offset);
    const place = { ...at, endLine: at.line };
    if (first === '"') return this.#string(at);
    const word = this.#take(WORD);
    if (word) return { kind: 'name', text: word[0], keyword: keywordOf(word[0]), ...place };
    const number = this.#take(NUMBER);
    if (number) return { kind: 'number', text: number[0], ...place };
    const date = this.#take(DATE);
    if (date) return { kind: 'date', text: date[1] ?? '', ...place };
    const directive = this.#take(DIRECTIVE);
    if (directive) return { kind: 'directive', text: directive[1] ?? '', ...place };
    const instruction = this.#take(INSTRUCTION);
    if (instruction) return { kind: 'instruction', text: instruction[0].trim(), ...place };
    const mark = PUNCTUATION.find((candidate) => this.#text.startsWith(candidate, this.#offset));
    if (!mark) throw new BslSyntaxError(`Неопознанный символ ${JSON.stringify(first)}`, at);
    this.#offset += mark.length;
    return { kind: 'mark', text: mark, ...place };
  }

  /** `"…""…"` with lines continued by `|`; comment lines between the parts are allowed, as in query texts. */
  #string(at: Position): Token {
    let value = '';
    this.#offset += 1;
    for (;;) {
      value += this.#take(STRING_PART)?.[0] ?? '';
      const stop = this.#text.charAt(this.#offset);
      this.#offset += 1;
      if (stop === '"' && this.#text.charAt(this.#offset) === '"') {
        value += '"';
        this.#offset += 1;
      } else if (stop === '"') {
        return { kind: 'string', text: value, ...at, endLine: this.#position(this.#offset).line };
      } else if (stop === '\n' && this.#take(BEFORE_BAR)) {
        value = `${value.replace(/\r$/, '')}\n`;
      } else {
        throw new BslSyntaxError('Не закрыта строковая константа', at);
      }
    }
  }

  #skip(): void {
    do this.#take(SPACE);
    while (this.#take(COMMENT));
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#offset += match[0].length;
    return match;
  }

  #position(offset: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }
}

/** Tokens of a module in order, the last one is `end`. Throws {@link BslSyntaxError}. */
export const tokenize = (text: string): Token[] => [...new Lexer(text).tokens()];
