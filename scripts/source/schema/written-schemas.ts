import { z } from 'zod';
import { configurationsSchema } from './configurations-schema.ts';
import { extensionSchema } from './extension-schema.ts';
import { licensingSchema } from './licensing-schema.ts';
import { migrationSchema } from './migration-schema.ts';
import { publisherSchema } from './publisher-schema.ts';
import { releaseSchema } from './release-schema.ts';

/** A kind of manifest, by the name of the file without `.yaml`. */
export type ManifestKind =
  'publisher' | 'configurations' | 'licensing' | 'extension' | 'release' | 'migration';

/** A kind of manifest with the schema of what people write; `T` is what the program reads out of it. */
export interface ManifestShape<T> {
  readonly kind: ManifestKind;
  readonly schema: z.ZodType<T>;
}

/** The manifests. */
export const PUBLISHER = { kind: 'publisher', schema: publisherSchema } as const;
export const CONFIGURATIONS = { kind: 'configurations', schema: configurationsSchema } as const;
export const LICENSING = { kind: 'licensing', schema: licensingSchema } as const;
export const EXTENSION = { kind: 'extension', schema: extensionSchema } as const;
export const RELEASE = { kind: 'release', schema: releaseSchema } as const;

export const MIGRATION = { kind: 'migration', schema: migrationSchema } as const;

const SHAPES: readonly ManifestShape<unknown>[] = [
  PUBLISHER,
  CONFIGURATIONS,
  LICENSING,
  EXTENSION,
  RELEASE,
  MIGRATION,
];

/**
 * JSON Schemas (draft 7, which every editor knows) of what people write, by kind: the contents of
 * `releases/schemas/<kind>.schema.json`. Rules that a JSON Schema cannot say (a day that exists, a range that parses)
 * are left to `readReleaseTree`, so an editor accepts a little more than the reader and refuses nothing it accepts.
 */
export const writtenSchemas = (): ReadonlyMap<ManifestKind, object> =>
  new Map(
    SHAPES.map(({ kind, schema }) => [kind, z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })]),
  );

/** Path of a schema file relative to the release tree. */
export const schemaFile = (kind: ManifestKind): string => `schemas/${kind}.schema.json`;

/** The text of a schema file. */
export const schemaFileText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
