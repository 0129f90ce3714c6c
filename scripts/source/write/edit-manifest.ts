import { isDeepStrictEqual } from 'node:util';
import { parseDocument, stringify, type Document, type Node } from 'yaml';
import { SourceError } from '../source-error.ts';
import { parseYaml, type YamlSource } from '../yaml/yaml-source.ts';
import { isTooMuchYaml } from '../yaml/yaml-work.ts';
import { readYamlValue, type YamlValue } from '../yaml/yaml-values.ts';
import { TO_STRING } from './manifest-node.ts';

/** A mapping that was read from a manifest. */
export type ManifestFields = Readonly<Record<string, YamlValue>>;

/** A change of a manifest: the value it should have afterwards, and two ways there. */
export interface ManifestEdit {
  /** What the manifest must say after the change. */
  readonly expected: YamlValue;
  /** The text with lines put in and not a byte of the rest changed; `undefined` where that is not possible. */
  readonly insert: () => string | undefined;
  /** The change on the library's document: keeps comments, but lays lines out anew. */
  readonly rewrite: (document: Document.Parsed) => void;
}

/** A manifest that is to be edited. */
export interface EditedManifest {
  readonly source: YamlSource;
  readonly fields: ManifestFields;
}

/** Reads a manifest for editing; what is not a mapping is refused (`manifest-unusable`). */
export function openManifest(text: string): EditedManifest {
  if (isTooMuchYaml(text)) throw new SourceError('manifest-unusable');
  const source = parseYaml('', text);
  const value = source.document.errors.length > 0 ? undefined : readYamlValue(source, []);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SourceError('manifest-unusable');
  }
  return { source, fields: value };
}

/**
 * Changes a manifest and proves that it now says what it should and nothing else. Putting lines in leaves a clean
 * difference for the reviewer; when the file is laid out in a way that does not allow it, the file is laid out anew.
 */
export function editManifest(text: string, edit: ManifestEdit): string {
  const inserted = edit.insert();
  if (inserted !== undefined && saysAfterwards(inserted, edit.expected)) return inserted;
  const document = parseDocument(text);
  edit.rewrite(document);
  const rewritten = document.toString(TO_STRING);
  if (saysAfterwards(rewritten, edit.expected)) return rewritten;
  throw new SourceError('manifest-unusable');
}

function saysAfterwards(text: string, expected: YamlValue): boolean {
  const source = parseYaml('', text);
  const value = source.document.errors.length > 0 ? undefined : readYamlValue(source, []);
  return isDeepStrictEqual(value, expected);
}

/** Lines of a node, indented, with the line ends of the text they go into. */
export function linesOf(
  node: Node | Readonly<Record<string, Node>> | readonly Node[],
  indent: number,
  text: string,
): string {
  const lines = stringify(node, TO_STRING).trimEnd().split('\n');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return lines.map((line) => ' '.repeat(indent) + line + end).join('');
}

/** The text with lines put in at the start of the line after `offset`. */
export function withLinesAfter(text: string, offset: number, lines: string): string {
  const startsLine = offset > 0 && text[offset - 1] === '\n';
  const lineEnd = startsLine ? offset - 1 : text.indexOf('\n', offset);
  if (lineEnd >= 0) return text.slice(0, lineEnd + 1) + lines + text.slice(lineEnd + 1);
  return `${text}${lines.endsWith('\r\n') ? '\r\n' : '\n'}${lines}`;
}
