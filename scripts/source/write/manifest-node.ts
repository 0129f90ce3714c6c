import { Document, isMap, isPair, isScalar, isSeq, visit, type Node } from 'yaml';
import type { PathStep } from '../../model/release-tree.ts';
import { schemaFields } from '../manifest/schema-fields.ts';
import type { ManifestKind } from '../schema/written-schemas.ts';

/** Fields that are written in one line: `requires: {platform: ">=8.3.20"}`. */
const IN_ONE_LINE: ReadonlySet<unknown> = new Set([
  'requires',
  'publish',
  'rollout',
  'channels',
  'locales',
  'products',
  'clear',
]);

/** Products of an extension are a few words; those of `licensing.yaml` have titles. */
const isInOneLine = (kind: ManifestKind, field: unknown): boolean =>
  IN_ONE_LINE.has(field) && !(kind === 'licensing' && field === 'products');

/** Lists whose mappings are written in one line each. */
const LISTS_OF_LINES: ReadonlySet<unknown> = new Set(['configurations', 'unlock']);

/** Long texts stay in one line: a fold would change with every word. */
export const TO_STRING = { lineWidth: 0, flowCollectionPadding: false } as const;

/**
 * A value as YAML nodes in the way manifests look: fields in the order of the schema, short lists and mappings in one
 * line. `path` is where the value stands in the manifest. Texts that YAML would read as something else are quoted by the
 * library (`"1.10"`, `"true"`, `">=3.0"`).
 */
export function manifestNode(kind: ManifestKind, value: unknown, path: readonly PathStep[]): Node {
  const node = new Document().createNode(inSchemaOrder(kind, value, path), { aliasDuplicateObjects: false });
  const outer = path.findLast((step) => typeof step === 'string');
  visit(node, {
    Pair: (_key, pair) => {
      if (isScalar(pair.key) && isInOneLine(kind, pair.key.value)) writeInOneLine(pair.value);
    },
    Map: (_key, map, ancestors) => {
      const owner = ancestors.findLast((ancestor) => isPair(ancestor));
      const list = owner === undefined ? outer : isScalar(owner.key) && owner.key.value;
      if (LISTS_OF_LINES.has(list)) writeInOneLine(map);
    },
  });
  return node;
}

function writeInOneLine(node: unknown): void {
  if (isMap(node) || isSeq(node)) node.flow = true;
}

function inSchemaOrder(kind: ManifestKind, value: unknown, path: readonly PathStep[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inSchemaOrder(kind, item, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  const fields = schemaFields(kind, path);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => fields.indexOf(a) - fields.indexOf(b))
      .map(([name, member]) => [name, inSchemaOrder(kind, member, [...path, name])]),
  );
}
