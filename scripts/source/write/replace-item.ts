import type { PathStep } from '../../model/release-tree.ts';
import { SourceError } from '../source-error.ts';
import type { ManifestKind } from '../schema/written-schemas.ts';
import type { YamlValue } from '../yaml/yaml-values.ts';
import { changedAt } from './changed-at.ts';
import { editManifest, openManifest } from './edit-manifest.ts';
import { manifestNode } from './manifest-node.ts';

/** Another value in the place of one that stands in a manifest. */
export interface ReplacedItem {
  readonly kind: ManifestKind;
  /** Where it stands; the last step of an item of a list is its index. */
  readonly path: readonly PathStep[];
  readonly item: YamlValue;
}

/**
 * The manifest with another value at the place; comments of the rest stay, its layout may not. A text that is no
 * manifest, or has nothing there, is refused (`manifest-unusable`).
 */
export function replaceInManifest(text: string, { kind, path, item }: ReplacedItem): string {
  const { fields } = openManifest(text);
  const node = manifestNode(kind, item, path);
  return editManifest(text, {
    expected: changedAt(fields, path, (before) => {
      if (before === undefined) throw new SourceError('manifest-unusable');
      return item;
    }),
    insert: () => undefined,
    rewrite: (document) => document.setIn(path, node),
  });
}
