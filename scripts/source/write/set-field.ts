import { isMap, isScalar, stringify, type ParsedNode, type YAMLMap } from 'yaml';
import type { PathStep } from '../../model/release-tree.ts';
import type { ManifestKind } from '../schema/written-schemas.ts';
import { changedAt } from './changed-at.ts';
import { editManifest, openManifest } from './edit-manifest.ts';
import { manifestNode, TO_STRING } from './manifest-node.ts';

/** A text for a field of a manifest. */
export interface NewField {
  readonly kind: ManifestKind;
  /** Where the mapping stands that has the field, or is to have it. */
  readonly path: readonly PathStep[];
  readonly field: string;
  readonly value: string;
}

/**
 * The manifest with a field that says something else, or is new; not a byte of the rest changes where the mapping is
 * written as people write it. A text that is no manifest, or has no mapping at the place, is refused
 * (`manifest-unusable`).
 */
export function setField(text: string, { kind, path, field, value }: NewField): string {
  const { source, fields } = openManifest(text);
  const where = [...path, field];
  const node = manifestNode(kind, value, where);
  const map: unknown = source.document.getIn(path, true);
  return editManifest(text, {
    expected: changedAt(fields, where, () => value),
    insert: () =>
      isMap<ParsedNode, ParsedNode | null>(map)
        ? insertField(text, map, { field, written: oneLine(value) })
        : undefined,
    rewrite: (document) => document.setIn(where, node),
  });
}

const oneLine = (value: string): string => stringify(value, TO_STRING).trimEnd();

/** Writes over the value that is there, or puts the field after the last one in the way of the mapping. */
function insertField(
  text: string,
  map: YAMLMap<ParsedNode, ParsedNode | null>,
  { field, written }: { readonly field: string; readonly written: string },
): string | undefined {
  const old = map.items.find(({ key }) => isScalar(key) && key.value === field)?.value;
  if (old?.range) return text.slice(0, old.range[0]) + written + text.slice(old.range[1]);
  const last = map.items.at(-1);
  const [start] = map.items[0]?.key.range ?? [];
  const end = last?.value?.range[1];
  if (start === undefined || end === undefined) return undefined;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const separator = map.flow === true ? ', ' : `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}`;
  return `${text.slice(0, end)}${separator}${field}: ${written}${text.slice(end)}`;
}
