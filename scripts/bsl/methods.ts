import { KEYWORDS } from './keywords.ts';
import { tokensOf, type Token } from './tokens.ts';

/** `&Name` or `&Name("argument")` in front of a method. */
export interface Annotation {
  /** Lower case, without `&`. */
  readonly name: string;
  /** Absent where the annotation has none. */
  readonly argument?: string;
}

/** One parameter of a method. */
export interface Parameter {
  /** As written. */
  readonly name: string;
  readonly byValue: boolean;
  readonly hasDefault: boolean;
}

/** A method as it stands in a module. */
export interface Method {
  /** As written; 1C does not tell case apart. */
  readonly name: string;
  readonly sort: 'procedure' | 'function';
  readonly isExport: boolean;
  readonly isAsync: boolean;
  readonly annotations: readonly Annotation[];
  readonly parameters: readonly Parameter[];
  /** Tokens between the brackets of the signature, comments included. */
  readonly signature: readonly Token[];
  /** Tokens between the signature and the word that ends the method, comments and preprocessor lines included. */
  readonly body: readonly Token[];
  /** Offsets of the first annotation or word, and behind the last word. */
  readonly start: number;
  readonly end: number;
}

/**
 * Methods of a module in the order of the text, in either set of keywords. A method that does not end ends with the
 * text. Every branch of the preprocessor counts: a name may come twice.
 */
export const methodsOf = (text: string): readonly Method[] => new MethodSplitter(text).run();

class MethodSplitter {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #methods: Method[] = [];
  #at = 0;
  #annotations: Annotation[] = [];
  #start: number | undefined;
  #isAsync = false;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = [...tokensOf(text)];
  }

  run(): readonly Method[] {
    while (this.#at < this.#tokens.length) this.#step();
    return this.#methods;
  }

  #step(): void {
    const token = this.#tokens[this.#at];
    const word = this.#word(this.#at);
    if (token?.kind === 'comment' || token?.kind === 'directive') this.#at += 1;
    else if (this.#sign(this.#at) === '&') this.#annotation();
    else if (KEYWORDS.async.has(word)) this.#async();
    else if (this.#beginsMethod()) this.#method();
    else this.#forget();
  }

  /** Anything else parts the annotations from whatever comes later. */
  #forget(): void {
    this.#at += 1;
    this.#annotations = [];
    this.#start = undefined;
    this.#isAsync = false;
  }

  #async(): void {
    this.#start ??= this.#tokens[this.#at]?.start;
    this.#isAsync = true;
    this.#at += 1;
  }

  /** The word of a method, followed by a name; behind a point it is a name itself. */
  #beginsMethod(): boolean {
    const word = this.#word(this.#at);
    if (!KEYWORDS.procedure.has(word) && !KEYWORDS.function.has(word)) return false;
    return this.#sign(this.#at - 1) !== '.' && this.#word(this.#skipNotes(this.#at + 1)) !== '';
  }

  #annotation(): void {
    this.#start ??= this.#tokens[this.#at]?.start;
    const name = this.#word(this.#at + 1);
    this.#at += name === '' ? 1 : 2;
    if (name === '') return;
    const argument = this.#sign(this.#at) === '(' ? this.#tokens[this.#at + 1] : undefined;
    const isClosed = argument?.kind === 'string' && this.#sign(this.#at + 2) === ')';
    this.#annotations.push(isClosed ? { name, argument: this.#unquoted(argument) } : { name });
    if (isClosed) this.#at += 3;
  }

  #method(): void {
    const sort = KEYWORDS.procedure.has(this.#word(this.#at)) ? 'procedure' : 'function';
    const start = this.#start ?? this.#tokens[this.#at]?.start ?? 0;
    const nameAt = this.#skipNotes(this.#at + 1);
    const token = this.#tokens[nameAt];
    const signature = this.#signature(this.#skipNotes(nameAt + 1));
    const exportAt = this.#skipNotes(signature.next);
    const isExport = KEYWORDS.export.has(this.#word(exportAt));
    const bodyAt = isExport ? exportAt + 1 : signature.next;
    const endAt = this.#bodyEnd(bodyAt);
    this.#methods.push({
      name: token === undefined ? '' : this.#text.slice(token.start, token.end),
      sort,
      isExport,
      isAsync: this.#isAsync,
      annotations: this.#annotations,
      parameters: parametersOf(this.#text, signature.tokens),
      signature: signature.tokens,
      body: this.#tokens.slice(bodyAt, endAt),
      start,
      end: this.#tokens[endAt]?.end ?? this.#text.length,
    });
    this.#at = endAt;
    this.#forget();
  }

  #signature(open: number): { readonly tokens: readonly Token[]; readonly next: number } {
    if (this.#sign(open) !== '(') return { tokens: [], next: open };
    let depth = 1;
    let at = open + 1;
    for (; at < this.#tokens.length && depth > 0; at += 1) {
      const sign = this.#sign(at);
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
    }
    return { tokens: this.#tokens.slice(open + 1, depth === 0 ? at - 1 : at), next: at };
  }

  #bodyEnd(from: number): number {
    let at = from;
    while (at < this.#tokens.length && !this.#endsMethod(at)) at += 1;
    return at;
  }

  #endsMethod(at: number): boolean {
    return KEYWORDS.end.has(this.#word(at)) && this.#sign(at - 1) !== '.';
  }

  #skipNotes(from: number): number {
    let at = from;
    while (this.#tokens[at]?.kind === 'comment' || this.#tokens[at]?.kind === 'directive') at += 1;
    return at;
  }

  #word(at: number): string {
    const token = this.#tokens[at];
    return token?.kind === 'word' ? this.#text.slice(token.start, token.end).toLowerCase() : '';
  }

  #sign(at: number): string {
    const token = this.#tokens[at];
    return token?.kind === 'sign' ? this.#text.slice(token.start, token.end) : '';
  }

  #unquoted({ start, end }: Token): string {
    return this.#text.slice(start + 1, end - 1).replaceAll('""', '"');
  }
}

function parametersOf(text: string, signature: readonly Token[]): readonly Parameter[] {
  const parts: string[][] = [[]];
  for (const { kind, start, end } of signature) {
    if (kind === 'comment' || kind === 'directive') continue;
    const piece = text.slice(start, end);
    if (kind === 'sign' && piece === ',') parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  if (parts.length === 1 && parts[0]?.length === 0) return [];
  return parts.map((pieces) => {
    const byValue = KEYWORDS.byValue.has((pieces[0] ?? '').toLowerCase());
    return { name: pieces[byValue ? 1 : 0] ?? '', byValue, hasDefault: pieces.includes('=') };
  });
}
