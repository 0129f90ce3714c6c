/** An annotation with a quoted argument in front of a method: `&Вместо("Метод")`. */
export interface MethodAnnotation {
  /** Name of the annotation without `&`, in lower case. */
  readonly name: string;
  readonly argument: string;
  /** Method behind the annotation; `undefined` when something else follows. */
  readonly method: string | undefined;
}

/** Words that begin a method. */
const METHOD_WORDS: ReadonlySet<string> = new Set(['процедура', 'функция', 'procedure', 'function']);

/** Words that may stand between annotations and these. */
const METHOD_MODIFIERS: ReadonlySet<string> = new Set(['асинх', 'async']);

/**
 * Annotations of a module's methods. Comments, strings (queries are full of `&Параметр`), dates and preprocessor lines
 * are skipped, and the time is linear in the text whatever it holds.
 */
export function methodAnnotations(text: string): readonly MethodAnnotation[] {
  return new BslScanner(text).run();
}

const ARGUMENT = /\s*\(\s*"((?:[^"\r\n]|"")*)"\s*\)/y;
const WORD = /[\p{L}\p{Nd}_]+/uy;
const DATE = /'[^'\r\n]*'?/y;

/** Rest of a line inside a string, and the start of the next one that goes on with the string. */
const CONTINUATION = /\s*(?:\/\/[^\n]*\n\s*)*\|/y;

class BslScanner {
  readonly #text: string;
  readonly #found: MethodAnnotation[] = [];
  #waiting: { readonly name: string; readonly argument: string }[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): readonly MethodAnnotation[] {
    while (this.#at < this.#text.length) this.#step(this.#text[this.#at] ?? '');
    this.#settle(undefined);
    return this.#found;
  }

  #step(char: string): void {
    if (char.trim() === '') this.#at += 1;
    else if (char === '#' || (char === '/' && this.#text[this.#at + 1] === '/')) this.#skipLine();
    else if (char === '"') this.#skipString();
    else if (char === "'") this.#match(DATE);
    else if (char === '&') this.#annotation();
    else this.#code();
  }

  #annotation(): void {
    this.#at += 1;
    const name = this.#match(WORD)?.[0];
    const argument = name === undefined ? undefined : this.#match(ARGUMENT)?.[1];
    if (name === undefined || argument === undefined) return;
    this.#waiting.push({ name: name.toLowerCase(), argument: argument.replaceAll('""', '"') });
  }

  /** A word or a sign. Anything but a method's beginning parts the annotations from whatever comes later. */
  #code(): void {
    const word = this.#match(WORD)?.[0].toLowerCase();
    if (word === undefined) this.#at += 1;
    if (this.#waiting.length === 0 || (word !== undefined && METHOD_MODIFIERS.has(word))) return;
    if (word === undefined || !METHOD_WORDS.has(word)) return this.#settle(undefined);
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
    this.#settle(this.#match(WORD)?.[0]);
  }

  #settle(method: string | undefined): void {
    for (const annotation of this.#waiting) this.#found.push({ ...annotation, method });
    this.#waiting = [];
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
  }

  /** A string goes on in the next line only behind `|`; comment lines may stand between. */
  #skipString(): void {
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at];
      if (char === '\n' && this.#match(CONTINUATION) === null) return;
      if (char === '\n') continue;
      this.#at += 1;
      if (char !== '"') continue;
      if (this.#text[this.#at] !== '"') return;
      this.#at += 1;
    }
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#text);
    if (match !== null) this.#at = sticky.lastIndex;
    return match;
  }
}
