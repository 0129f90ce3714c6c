import { plainLine } from './bsl-literal.ts';
import { InstallerError } from './error.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text between two tags: one line, nothing in it is markup. */
export const xmlText = (text: string): string =>
  plainLine(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** A file of a dump. */
export interface DumpFile {
  /** Path in the dump, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The file with a text as the content of its only element of a name. Throws `slot-missing` where there is none, or more
 * than one: a value may not end up in a wrong place.
 */
export function withElement(file: DumpFile, name: string, text: string): DumpFile {
  const element = new RegExp(`<${name}(?:/>|>[^<]*</${name}>)`, 'g');
  if ([...file.text.matchAll(element)].length !== 1) {
    throw new InstallerError('slot-missing', { file: file.path, name });
  }
  return { path: file.path, text: file.text.replace(element, () => `<${name}>${xmlText(text)}</${name}>`) };
}
