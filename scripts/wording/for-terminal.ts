import { replaceForbidden } from '../model/forbidden-character.ts';

/**
 * A text by strangers that is safe to print: one line, in which control characters, ANSI escapes and characters that
 * change the direction of text are spelled out (`\u{1b}`). Line feeds and tabs are spelled out too, because a message
 * with a line of its own could pretend to be another message.
 */
export const forTerminal = (text: string): string =>
  replaceForbidden(text, spelled)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`);

const spelled = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
