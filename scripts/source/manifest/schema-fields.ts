import type { PathStep } from '../../model/release-tree.ts';
import { writtenSchemas, type ManifestKind } from '../schema/written-schemas.ts';

/** Exporting takes milliseconds, so it is done when the first field is asked for and kept. */
let exported: ReadonlyMap<ManifestKind, object> | undefined;

/**
 * Names of the fields that a mapping at `path` may have, in the order of the schema. Asked only when a field is
 * unknown, so it reads the exported JSON Schema rather than keeping lists of its own.
 */
export function schemaFields(kind: ManifestKind, path: readonly PathStep[]): readonly string[] {
  exported ??= writtenSchemas();
  let schemas: readonly unknown[] = [exported.get(kind)];
  for (const step of path) schemas = schemas.flatMap(alternatives).map((schema) => stepInto(schema, step));
  return schemas.flatMap(alternatives).flatMap((schema) => Object.keys(member(schema, 'properties') ?? {}));
}

/** The schema itself and the ones it offers a choice of. */
const alternatives = (schema: unknown): readonly unknown[] => [
  schema,
  ...Object.values(member(schema, 'anyOf') ?? {}),
];

const stepInto = (schema: unknown, step: PathStep): unknown =>
  typeof step === 'number' ? member(schema, 'items') : member(member(schema, 'properties'), step);

function member(value: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  const found = isRecord(value) ? value[name] : undefined;
  return isRecord(found) ? found : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
