import { ANY_CONFIGURATION } from '../model/any-configuration.ts';
import type { CatalogDocument, ConfigurationDocument } from '../model/documents.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import { readDocument } from './read-document.ts';

const ANY_DOCUMENT = 'any-configuration.json';

const documentName = (configuration: string): string => `configurations/${configuration}.json`;

/** What is made for a configuration: its own document, or the one of what fits every configuration. */
export const configurationDocument = async (
  repository: Pick<TrustedRepository, 'document'>,
  configuration: string,
): Promise<ConfigurationDocument | undefined> =>
  (await readDocument(repository, documentName(configuration), 'configuration')) ??
  (await readDocument(repository, ANY_DOCUMENT, 'configuration'));

/** Names of all documents of that kind in a repository, sorted. */
export function configurationDocumentNames(
  catalog: Pick<CatalogDocument, 'configurations' | 'extensions'> | undefined,
): readonly string[] {
  const { configurations = [], extensions = [] } = catalog ?? {};
  const made = new Set(extensions.flatMap((extension) => extension.configurations.map(({ name }) => name)));
  // What fits every configuration stands in the document of each, and in one of its own.
  const fitsEvery = made.delete(ANY_CONFIGURATION);
  const named = fitsEvery ? new Set([...made, ...configurations.map(({ name }) => name)]) : made;
  return [...[...named].sort().map(documentName), ...(fitsEvery ? [ANY_DOCUMENT] : [])];
}
