import { BslSyntaxError, type Position, type Punctuation, type Token } from '../lexer/token.ts';
import type { Keyword } from '../lexer/keywords.ts';

/** Nesting beyond which a text is refused, so that no module can exhaust the stack of the bench. */
const MAX_DEPTH = 200;

/** Reads tokens one by one; the shared ground of the parsers of expressions, statements and declarations. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get current(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    const token = this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1);
    if (!token) throw new BslSyntaxError('Пустой модуль', { line: 1, column: 1 });
    return token;
  }

  advance(): Token {
    const token = this.current;
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  get position(): Position {
    return { line: this.current.line, column: this.current.column };
  }

  get atEnd(): boolean {
    return this.current.kind === 'end';
  }

  isMark(mark: Punctuation): boolean {
    return this.current.kind === 'mark' && this.current.text === mark;
  }

  isKeyword(...keywords: readonly Keyword[]): boolean {
    const token = this.current;
    return token.kind === 'name' && token.keyword !== undefined && keywords.includes(token.keyword);
  }

  takeMark(mark: Punctuation): boolean {
    if (!this.isMark(mark)) return false;
    this.advance();
    return true;
  }

  takeKeyword(keyword: Keyword): boolean {
    if (!this.isKeyword(keyword)) return false;
    this.advance();
    return true;
  }

  expectMark(mark: Punctuation): void {
    if (!this.takeMark(mark)) throw this.unexpected(`«${mark}»`);
  }

  expectKeyword(keyword: Keyword): void {
    if (!this.takeKeyword(keyword)) throw this.unexpected(keyword);
  }

  /** A name that is not a keyword. */
  expectName(): string {
    const token = this.current;
    if (token.kind !== 'name' || token.keyword !== undefined) throw this.unexpected('имя');
    return this.advance().text;
  }

  /** A name after a dot, where keywords are ordinary names: `Запрос.Выполнить()`. */
  expectMemberName(): string {
    if (this.current.kind !== 'name') throw this.unexpected('имя поля');
    return this.advance().text;
  }

  unexpected(expected: string): BslSyntaxError {
    const token = this.current;
    const found = token.kind === 'end' ? 'конец модуля' : `«${token.text}»`;
    return new BslSyntaxError(
      `Синтаксическая ошибка: ожидается ${expected}, обнаружено ${found}`,
      this.position,
    );
  }

  nested<T>(parse: () => T): T {
    if (this.#depth >= MAX_DEPTH) throw new BslSyntaxError('Слишком глубокая вложенность', this.position);
    this.#depth += 1;
    const result = parse();
    this.#depth -= 1;
    return result;
  }
}
