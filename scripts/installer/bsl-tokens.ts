import { InstallerError } from './error.ts';

/** A module of the 1C language: its name, and its text without a byte order mark. */
export interface BslModule {
  readonly name: string;
  readonly text: string;
}

/** What a piece of a module is. `space` is everything that means nothing; `instruction` is a line that begins with `#`. */
export type BslTokenKind = 'space' | 'comment' | 'text' | 'instruction' | 'word' | 'mark';

/** A piece of a module with its place in it. All pieces together are the module, nothing is lost. */
export interface BslToken {
  readonly kind: BslTokenKind;
  readonly text: string;
  /** Offset in the module, in UTF-16 units. */
  readonly start: number;
}

/** A text may go on in the next lines after `|`; lines of comments may stand between them, as in texts of queries. */
const TEXT = String.raw`"(?:[^"\n]|""|\n(?:[ \t]*(?:\/\/[^\n]*)?\n)*[ \t]*\|)*"`;

const PIECES = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<comment>\/\/[^\n]*)`,
    String.raw`(?<text>${TEXT}|'[^'\n]*')`,
    String.raw`(?<instruction>#[^\n]*)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<mark>[^"])`,
  ].join('|'),
  'uy',
);

const KINDS: readonly BslTokenKind[] = ['space', 'comment', 'text', 'instruction', 'word', 'mark'];

/** Cuts a module into pieces without losing one. Throws `module-unreadable` where a text is not closed. */
export function bslTokens({ name, text }: BslModule): readonly BslToken[] {
  const tokens: BslToken[] = [];
  const pieces = new RegExp(PIECES);
  while (pieces.lastIndex < text.length) {
    const start = pieces.lastIndex;
    const groups = pieces.exec(text)?.groups;
    const kind = KINDS.find((candidate) => groups?.[candidate] !== undefined);
    const found = kind && groups?.[kind];
    if (kind === undefined || found === undefined) {
      throw new InstallerError('module-unreadable', { module: name, line: lineAt(text, start) });
    }
    tokens.push({ kind, text: found, start });
  }
  return tokens;
}

/** Number of the line that holds an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Words that mean something, without space and comments. */
export const meaningful = (tokens: readonly BslToken[]): readonly BslToken[] =>
  tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
