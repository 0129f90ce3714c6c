import { DIRECTIVES } from './keywords.ts';
import { methodsOf, type Method } from './methods.ts';
import type { Token } from './tokens.ts';

/** A digest of a text, short and always the same. */
export type TextHash = (text: string) => string;

/** A method without its text: enough to tell whether two are the same, nothing to read. */
export interface HashedMethod {
  readonly sort: Method['sort'];
  readonly isExport: boolean;
  readonly isAsync: boolean;
  /** Where it runs: annotations without arguments, lower case, in the order of the text. */
  readonly directives: readonly string[];
  readonly parameters: number;
  /** Of the parameters: names, `Знач` and defaults, without comments, case and white space. */
  readonly signature: string;
  /** Of the body's tokens: without comments, regions, case and white space, and with the base's text alone. */
  readonly code: string;
  /** The same with comments and regions. */
  readonly text: string;
}

/** The method hashed. `text` is the module's text, of which the method was split off. */
export const hashMethod = (method: Method, text: string, hash: TextHash): HashedMethod => ({
  sort: method.sort,
  isExport: method.isExport,
  isAsync: method.isAsync,
  directives: method.annotations.filter(({ argument }) => argument === undefined).map(({ name }) => name),
  parameters: method.parameters.length,
  signature: hash(codeOf(method.signature, text)),
  code: hash(codeOf(method.body, text)),
  text: hash(wholeOf(method.body, text)),
});

/**
 * Methods of a module by their names in lower case. Methods of one name (branches of the preprocessor) become one whose
 * hashes are of all of them.
 */
export function hashedMethods(text: string, hash: TextHash): ReadonlyMap<string, HashedMethod> {
  const found = new Map<string, HashedMethod>();
  for (const method of methodsOf(text)) {
    const name = method.name.toLowerCase();
    const hashed = hashMethod(method, text, hash);
    const same = found.get(name);
    found.set(name, same === undefined ? hashed : both(same, hashed, hash));
  }
  return found;
}

const both = (one: HashedMethod, other: HashedMethod, hash: TextHash): HashedMethod => ({
  ...one,
  signature: one.signature === other.signature ? one.signature : hash(`${one.signature} ${other.signature}`),
  code: hash(`${one.code} ${other.code}`),
  text: hash(`${one.text} ${other.text}`),
});

/** Tokens that mean something. A `;` behind the signature means nothing. */
function codeOf(tokens: readonly Token[], text: string): string {
  const pieces = baseTokens(tokens, text)
    .filter((token) => token.kind !== 'comment' && !isRegion(token, text))
    .map((token) => normal(token, text));
  return (pieces[0] === ';' ? pieces.slice(1) : pieces).join('\n');
}

const wholeOf = (tokens: readonly Token[], text: string): string =>
  baseTokens(tokens, text)
    .map((token) => normal(token, text))
    .join('\n');

/** Body of «ИзменениеИКонтроль» unfolded: what the extension inserts is left out, what it removes stays. */
function baseTokens(tokens: readonly Token[], text: string): readonly Token[] {
  let inserted = false;
  return tokens.filter((token) => {
    const directive = firstWord(token, text);
    if (DIRECTIVES.insert.has(directive)) inserted = true;
    if (!DIRECTIVES.insertEnd.has(directive)) return !inserted && !DIRECTIVES.removal.has(directive);
    inserted = false;
    return false;
  });
}

const isRegion = (token: Token, text: string): boolean => DIRECTIVES.region.has(firstWord(token, text));

function firstWord({ kind, start, end }: Token, text: string): string {
  if (kind !== 'directive') return '';
  return (/^#\s*[\p{L}_]+/u.exec(text.slice(start, end))?.[0] ?? '').replaceAll(/\s/g, '').toLowerCase();
}

/** Words fold their case; strings keep it, but not the indents in front of `|` and spaces at the ends of lines. */
function normal({ kind, start, end }: Token, text: string): string {
  const piece = text.slice(start, end);
  if (kind === 'word') return piece.toLowerCase();
  if (kind === 'string') return piece.includes('\n') ? foldedLines(piece) : piece;
  if (kind === 'directive') return withoutComment(piece).replaceAll(/\s+/g, ' ').trim().toLowerCase();
  return kind === 'comment' ? piece.trimEnd() : piece;
}

const foldedLines = (text: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? line.trimEnd() : line.trim()))
    .filter((line) => !line.startsWith('//') && line !== '')
    .join('\n');

const withoutComment = (line: string): string => line.replace(/\/\/.*$/, '');
