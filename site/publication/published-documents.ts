import type { CatalogDocument, ExtensionDocument } from '../../scripts/model/documents.ts';
import type { MigrationDocument } from '../../scripts/model/migration-document.ts';
import { PublicationError } from './publication-error.ts';

/** Documents by target path, as `buildCatalog` gives them to be signed. */
export type DocumentBytes = ReadonlyMap<string, Uint8Array>;

/**
 * `catalog.json`, read back from the very bytes that are signed: what a page says is what an installer reads.
 *
 * @throws {PublicationError} `document-missing`
 */
export function catalogOf(documents: DocumentBytes): CatalogDocument {
  const document = parsed(documents, 'catalog.json');
  if (!isCatalog(document)) throw new PublicationError('document-missing', 'catalog.json');
  return document;
}

/**
 * `extensions/<id>.json`, read back from the bytes that are signed.
 *
 * @throws {PublicationError} `document-missing`
 */
export function extensionOf(documents: DocumentBytes, id: string): ExtensionDocument {
  const path = `extensions/${id}.json`;
  const document = parsed(documents, path);
  if (!isExtension(document)) throw new PublicationError('document-missing', path);
  return document;
}

/**
 * `extensions/<id>.migrate.<from>.json` of each older module that one can move from, read back like the others.
 *
 * @throws {PublicationError} `document-missing`
 */
export const migrationsOf = (
  documents: DocumentBytes,
  { id, migrations = [] }: Pick<ExtensionDocument, 'id' | 'migrations'>,
): readonly MigrationDocument[] =>
  migrations.map(({ from }) => {
    const path = `extensions/${id}.migrate.${from}.json`;
    const document = parsed(documents, path);
    if (!isMigration(document)) throw new PublicationError('document-missing', path);
    return document;
  });

function parsed(documents: DocumentBytes, path: string): unknown {
  const bytes = documents.get(path);
  return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
}

// Our own code wrote the bytes a moment ago: the type member is enough to tell documents apart.
const isCatalog = (document: unknown): document is CatalogDocument => typeOf(document) === 'catalog';

const isExtension = (document: unknown): document is ExtensionDocument => typeOf(document) === 'extension';

const isMigration = (document: unknown): document is MigrationDocument => typeOf(document) === 'migration';

const typeOf = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && 'type' in document ? document.type : undefined;
