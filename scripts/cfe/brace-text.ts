import type { BraceNode } from './brace-node.ts';
import { CfeError } from './error.ts';
import { COST, WorkBudget } from './work-budget.ts';
import { MAX_BRACE_DEPTH, MAX_BRACE_NODES } from './limits.ts';

/** A parsed brace text: its top-level values (`configinfo` has three, everything else one). */
export interface BraceText {
  readonly values: readonly BraceNode[];
  /** Closing braces behind the last value; real platform files have them. */
  readonly strayBraces: number;
}

/**
 * Parses brace text (without byte order mark). Lists are kept on a stack of our own, so depth costs no stack frames.
 *
 * @throws {CfeError} `brace-syntax`, `brace-nesting-too-deep`, `brace-too-many-nodes`, `too-much-work`
 */
export function parseBraceText(text: string, work = WorkBudget.ofFile(text.length)): BraceText {
  work.spend(text.length * COST.braceCharacter);
  const parser = new BraceParser(text, work);
  return parser.run();
}

const [COMMA, OPEN, CLOSE, QUOTE] = [0x2c, 0x7b, 0x7d, 0x22];

/** Atoms that begin so keep their line breaks, the last one included: they can be written again byte for byte. */
const BASE64 = '#base64:';

/** A UTF-16 unit inside a string: a quote, a backslash, four digits. The string goes on behind it. */
const UNIT_ESCAPE = /"\\([0-9a-fA-F]{4})/y;

class BraceParser {
  readonly #text: string;
  readonly #work: WorkBudget;
  readonly #top: BraceNode[] = [];
  readonly #open: BraceNode[][] = [];
  #at = 0;
  #nodes = 0;
  /** A value is due: at the start and behind an opening brace or a comma. */
  #due = true;

  constructor(text: string, work: WorkBudget) {
    this.#text = text;
    this.#work = work;
  }

  run(): BraceText {
    for (this.#skipSpace(); this.#at < this.#text.length; this.#skipSpace()) {
      if (this.#text.charCodeAt(this.#at) === CLOSE && this.#open.length === 0 && !this.#due)
        return this.#strayEnd();
      this.#step();
    }
    if (this.#open.length > 0) throw this.#syntax('unclosed brace');
    if (this.#due && this.#top.length > 0) this.#add('');
    return { values: this.#top, strayBraces: 0 };
  }

  #step(): void {
    switch (this.#text.charCodeAt(this.#at)) {
      case OPEN:
        return this.#openList();
      case CLOSE:
        return this.#closeList();
      case COMMA:
        if (this.#due) this.#add('');
        this.#due = true;
        this.#at += 1;
        return;
      case QUOTE:
        return this.#value({ quoted: this.#string() });
      default:
        return this.#value(this.#atom());
    }
  }

  #openList(): void {
    if (this.#open.length >= MAX_BRACE_DEPTH)
      throw new CfeError('brace-nesting-too-deep', { limit: MAX_BRACE_DEPTH });
    const list: BraceNode[] = [];
    this.#value(list);
    this.#open.push(list);
    this.#due = true;
    this.#at += 1;
  }

  #closeList(): void {
    const list = this.#open.at(-1);
    if (list === undefined) throw this.#syntax('closing brace');
    if (this.#due && list.length > 0) this.#add('');
    this.#open.pop();
    this.#due = false;
    this.#at += 1;
  }

  #value(node: BraceNode): void {
    if (!this.#due) throw this.#syntax('comma missing');
    this.#add(node);
    this.#due = false;
  }

  #add(node: BraceNode): void {
    this.#nodes += 1;
    this.#work.spend(COST.braceNode);
    if (this.#nodes > MAX_BRACE_NODES) throw new CfeError('brace-too-many-nodes', { limit: MAX_BRACE_NODES });
    (this.#open.at(-1) ?? this.#top).push(node);
  }

  /** Atoms may hold line breaks (base64), so they end only where something else begins. */
  #atom(): string {
    const start = this.#at;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text.charCodeAt(this.#at);
      if (char === COMMA || char === CLOSE || char === OPEN || char === QUOTE) break;
    }
    const atom = this.#text.slice(start, this.#at);
    return atom.startsWith(BASE64) ? atom : atom.trimEnd();
  }

  #string(): string {
    let value = '';
    this.#at += 1;
    for (;;) {
      const quote = this.#text.indexOf('"', this.#at);
      if (quote < 0) throw this.#syntax('unterminated string');
      value += this.#text.slice(this.#at, quote);
      this.#at = quote;
      const more = this.#escape();
      if (more === undefined) return value;
      this.#work.spend(COST.braceEscape);
      value += more;
    }
  }

  /** What a quote inside a string stands for; `undefined` when it ends the string. */
  #escape(): string | undefined {
    if (this.#text.charCodeAt(this.#at + 1) === QUOTE) {
      this.#at += 2;
      return '"';
    }
    UNIT_ESCAPE.lastIndex = this.#at;
    const unit = UNIT_ESCAPE.exec(this.#text)?.[1];
    this.#at += unit === undefined ? 1 : 6;
    return unit === undefined ? undefined : String.fromCharCode(Number.parseInt(unit, 16));
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && isSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  #strayEnd(): BraceText {
    const rest = this.#text.slice(this.#at);
    if (/[^}\s]/.test(rest)) throw this.#syntax('text behind the closing brace');
    return { values: this.#top, strayBraces: rest.replaceAll(/\s/g, '').length };
  }

  #syntax(why: string): CfeError {
    return new CfeError('brace-syntax', { why, offset: this.#at });
  }
}

const isSpace = (char: number): boolean => char === 0x20 || (char >= 0x09 && char <= 0x0d) || char === 0xfeff;
