import type { PathStep } from '../../model/release-tree.ts';
import { SourceError } from '../source-error.ts';
import type { ManifestKind } from '../schema/written-schemas.ts';
import type { YamlValue } from '../yaml/yaml-values.ts';
import { changedAt } from './changed-at.ts';
import { editManifest, openManifest } from './edit-manifest.ts';
import { manifestNode } from './manifest-node.ts';

/** All items of a list of a manifest, anew. */
export interface NewItems {
  readonly kind: ManifestKind;
  /** Where the list stands. */
  readonly path: readonly PathStep[];
  readonly items: readonly YamlValue[];
}

/**
 * The manifest with other items in a list; comments of the rest stay, its layout may not. A text that is no manifest, or
 * has no list at the place, is refused (`manifest-unusable`).
 */
export function setItems(text: string, { kind, path, items }: NewItems): string {
  const { fields } = openManifest(text);
  const node = manifestNode(kind, [...items], path);
  return editManifest(text, {
    expected: changedAt(fields, path, (before) => inPlaceOf(before, items)),
    insert: () => undefined,
    rewrite: (document) => document.setIn(path, node),
  });
}

function inPlaceOf(list: YamlValue | undefined, items: readonly YamlValue[]): YamlValue {
  if (Array.isArray(list)) return [...items];
  throw new SourceError('manifest-unusable');
}
