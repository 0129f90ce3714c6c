import { ANY_CONFIGURATION } from '../model/any-configuration.ts';
import type { ConfigurationDocument, ExtensionDocument } from '../model/documents.ts';
import type { MigrationDocument } from '../model/migration-document.ts';
import type { ReleaseTree } from '../model/release-tree.ts';

/** A release tree and what would be published from it. */
export interface Publication {
  readonly tree: ReleaseTree;
  /** Documents by target path, as `buildCatalog` gives them. */
  readonly documents: ReadonlyMap<string, Uint8Array>;
}

/** The document of an extension with its whole history; `undefined` where nothing is published of it. */
export const extensionIn = (
  publication: Publication | undefined,
  id: string,
): ExtensionDocument | undefined => documentIn(publication, `extensions/${id}.json`, isExtension);

/** The document that infobases of a configuration read; `undefined` where nothing is made for it. */
export const configurationIn = (
  publication: Publication | undefined,
  name: string,
): ConfigurationDocument | undefined =>
  documentIn(
    publication,
    name === ANY_CONFIGURATION ? 'any-configuration.json' : `configurations/${name}.json`,
    isConfiguration,
  );

/** How to move from an older module to an extension; `undefined` where there is no such way. */
export const migrationIn = (
  publication: Publication | undefined,
  id: string,
  from: string,
): MigrationDocument | undefined =>
  documentIn(publication, `extensions/${id}.migrate.${from}.json`, isMigration);

function documentIn<T>(
  publication: Publication | undefined,
  path: string,
  is: (json: unknown) => json is T,
): T | undefined {
  const bytes = publication?.documents.get(path);
  if (bytes === undefined) return undefined;
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return is(json) ? json : undefined;
}

// The bytes come from `catalog/`, not from strangers: the type member says all.
const isExtension = (json: unknown): json is ExtensionDocument => typeOf(json) === 'extension';
const isMigration = (json: unknown): json is MigrationDocument => typeOf(json) === 'migration';
const isConfiguration = (json: unknown): json is ConfigurationDocument => typeOf(json) === 'configuration';

const typeOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
