import { z } from 'zod';
import {
  catalogDocument,
  configurationDocument,
  extensionDocument,
  licensingDocument,
} from './document-schema.ts';
import { migrationDocument } from './migration-schema.ts';
import { statisticsDocument } from './statistics-schema.ts';
import { rootMetadata, snapshotMetadata, targetsMetadata, timestampMetadata } from './metadata-schema.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  catalog: catalogDocument,
  configuration: configurationDocument,
  extension: extensionDocument,
  licensing: licensingDocument,
  migration: migrationDocument,
  statistics: statisticsDocument,
  root: rootMetadata,
  timestamp: timestampMetadata,
  snapshot: snapshotMetadata,
  targets: targetsMetadata,
};

/** Raised together with `formatVersion`: a new meaning gets a new identifier. */
const SCHEMA_VERSION = 1;

/**
 * JSON Schemas (draft 2020-12) of everything that is published, by name, for authors of other installers. Unknown
 * members are allowed everywhere. Identifiers are URNs: they name a schema and promise no address.
 */
export const publishedSchemas = (): ReadonlyMap<string, object> =>
  new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', override });
      return [name, { $schema, $id: `urn:vypusk:schema:${name}:${SCHEMA_VERSION}`, ...rest }];
    }),
  );

// `readOnly` speaks of forms on a web page; here it would only say that our types are read-only.
function override({ jsonSchema }: { readonly jsonSchema: { readOnly?: boolean } }): void {
  delete jsonSchema.readOnly;
}
