import { isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import type { PathStep } from '../../model/release-tree.ts';
import { SourceError } from '../source-error.ts';
import type { ManifestKind } from '../schema/written-schemas.ts';
import type { YamlValue } from '../yaml/yaml-values.ts';
import { changedAt } from './changed-at.ts';
import { editManifest, linesOf, openManifest, withLinesAfter } from './edit-manifest.ts';
import { manifestNode } from './manifest-node.ts';

/** An item for a list of a manifest. */
export interface AppendedItem {
  readonly kind: ManifestKind;
  /** Where the list stands. */
  readonly path: readonly PathStep[];
  readonly item: YamlValue;
  /** Absent: a manifest without the list is refused. What the list stands in is never made. */
  readonly whenAbsent?: 'make';
}

/**
 * The manifest with one more item at the end of a list; comments and layout of the rest stay as they are where the list
 * is there. A text that is no manifest, or has something else at the place, is refused (`manifest-unusable`).
 */
export function appendItem(text: string, { kind, path, item, whenAbsent }: AppendedItem): string {
  const { source, fields } = openManifest(text);
  const list = source.document.getIn(path, true);
  if (list === undefined && whenAbsent === undefined) throw unusable();
  const node = manifestNode(kind, item, [...path, 0]);
  return editManifest(text, {
    expected: changedAt(fields, path, (before) => withItem(before, item)),
    insert: () =>
      isSeq<ParsedNode>(list) ? insertItem(text, list, (indent) => linesOf([node], indent, text)) : undefined,
    rewrite: (document) => (list === undefined ? document.setIn(path, [node]) : document.addIn(path, node)),
  });
}

function withItem(list: YamlValue | undefined, item: YamlValue): YamlValue {
  if (list !== undefined && !Array.isArray(list)) throw unusable();
  return [...(list ?? []), item];
}

const unusable = (): SourceError => new SourceError('manifest-unusable');

/** Puts an item after the last one, at the indent of the first; a list in one line has no place for it. */
function insertItem(
  text: string,
  list: YAMLSeq<ParsedNode>,
  render: (indent: number) => string,
): string | undefined {
  const [start] = list.range ?? [];
  const end = list.items.at(-1)?.range[1];
  if (list.flow === true || start === undefined || end === undefined) return undefined;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  return withLinesAfter(text, end, render(indent));
}
