/** What a token is. Line ends and spaces are no tokens. */
export type TokenKind = 'word' | 'string' | 'date' | 'number' | 'sign' | 'comment' | 'directive';

/** A piece of program text between two offsets. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const SPACE = /[\s\uFEFF]+/y;
const WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const NUMBER = /\p{Nd}[\p{Nd}.]*/uy;
const DATE = /'[^'\r\n]*'?/y;
const LINE = /[^\r\n]*/y;
const SIGN = /<>|<=|>=|[^]/y;

/** Rest of a line inside a string, and the start of the next one that goes on with the string. */
const CONTINUATION = /\s*(?:\/\/[^\n]*\n\s*)*\|/y;

/**
 * Tokens of a text in the 1C language, in order. Any text has tokens: what no rule knows is a sign. The time is linear
 * in the text whatever it holds.
 */
export function* tokensOf(text: string): Generator<Token> {
  let at = end(SPACE, text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    yield token;
    at = end(SPACE, text, token.end);
  }
}

function tokenAt(text: string, start: number): Token {
  const char = text[start] ?? '';
  if (char === '/' && text[start + 1] === '/') {
    return { kind: 'comment', start, end: end(LINE, text, start) };
  }
  if (char === '#') return { kind: 'directive', start, end: end(LINE, text, start) };
  if (char === '"') return { kind: 'string', start, end: stringEnd(text, start) };
  if (char === "'") return { kind: 'date', start, end: end(DATE, text, start) };
  const word = end(WORD, text, start);
  if (word > start) return { kind: 'word', start, end: word };
  const number = end(NUMBER, text, start);
  if (number > start) return { kind: 'number', start, end: number };
  return { kind: 'sign', start, end: end(SIGN, text, start) };
}

/** A string goes on in the next line only behind `|`; comment lines may stand between. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const char = text[at];
    if (char === '\n') {
      const next = end(CONTINUATION, text, at);
      if (next === at) return at;
      at = next;
    } else if (char !== '"') at += 1;
    else if (text[at + 1] === '"') at += 2;
    else return at + 1;
  }
  return at;
}

/** Where a match that begins at `at` ends; `at` when there is none. */
function end(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
