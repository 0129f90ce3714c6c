import { replaceForbidden } from '../model/forbidden-character.ts';
import { MAX_NOTES_BYTES } from './limits.ts';
import { lintNotes } from './lint-notes.ts';

/** Characters of a text from elsewhere that are kept: in UTF-8 no character of Markdown takes more than four bytes. */
const MAX_CLEANED = MAX_NOTES_BYTES / 4;

/**
 * A text from elsewhere as notes that may be published: `lintNotes` finds nothing in it, whatever came in. It stays as
 * it is where it is harmless; else HTML is shown as text; else all its markup is; else nothing is left.
 */
export function cleanNotes(text: string): string {
  const plain = replaceForbidden(
    text
      .slice(0, MAX_CLEANED)
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      .replace(/^\uFEFF/, ''),
    () => ' ',
  ).trim();
  const ways = [plain, withoutHtml(plain), withoutMarkup(plain)];
  return ways.find((way) => lintNotes(way, 'md').length === 0) ?? '';
}

const withoutHtml = (text: string): string =>
  text
    .replaceAll(/<!--[\s\S]{0,2000}?-->/g, '')
    .replaceAll('<', '\\<')
    .trim();

/** Every line a paragraph of its own, every sign shown as itself. */
const withoutMarkup = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(/[\\`*_{}[\]<>()#+\-!|~&=:.]/g, String.raw`\$&`))
    .join('\n\n');
