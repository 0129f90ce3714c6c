import type { Keyword } from './keywords.ts';

/** Where a token begins: line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Marks and operators of the language, longest first. */
export const PUNCTUATION = [
  ...['<>', '<=', '>=', '<', '>', '=', '+', '-', '*', '/', '%'],
  ...['(', ')', '[', ']', '.', ',', ';', ':', '?', '~'],
] as const;

/** One mark or operator. */
export type Punctuation = (typeof PUNCTUATION)[number];

/**
 * One word of a module. `name` may be spelled like a keyword: the parser decides after a dot.
 * `directive` is `&НаСервере`, `instruction` is a whole line `#Если … Тогда`.
 */
export type Token = Position & { readonly endLine: number } & (
    | { readonly kind: 'name'; readonly text: string; readonly keyword: Keyword | undefined }
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'date'; readonly text: string }
    | { readonly kind: 'mark'; readonly text: Punctuation }
    | { readonly kind: 'directive'; readonly text: string }
    | { readonly kind: 'instruction'; readonly text: string }
    | { readonly kind: 'end'; readonly text: '' }
  );

/** A module that is not a text of the language: what is wrong and where. */
export class BslSyntaxError extends Error {
  override readonly name = 'BslSyntaxError';
  readonly at: Position;

  constructor(message: string, at: Position) {
    super(`{(${at.line}, ${at.column})}: ${message}`);
    this.at = at;
  }
}
