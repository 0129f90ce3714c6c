import { compareText } from '../model/problem.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import { catalogDocument } from './catalog-document.ts';
import type { CatalogBuild, CatalogSources } from './catalog-build.ts';
import { configurationDocument, EVERY_CONFIGURATION } from './configuration-document.ts';
import { encodeDocument } from './encode-document.ts';
import { extensionDocument } from './extension-document.ts';
import { headsOf } from './heads.ts';
import { licensingDocument } from './licensing-document.ts';
import { migrationDocument } from './migration-document.ts';
import { prepareExtension } from './prepared-extension.ts';
import type { PreparedExtension } from './prepared-extension.ts';
import { filesOf } from './published-files.ts';
import { statisticsDocument } from './statistics-document.ts';

/** Makes the index of a checked release tree. The same input gives the same bytes. */
export function buildCatalog(tree: ReleaseTree, sources: CatalogSources): CatalogBuild {
  const { channels } = tree.publisher.value;
  const extensions = tree.extensions
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((entry) => prepareExtension(entry, sources));
  const documents = new Map([...documentsOf(tree, extensions)].sort(byPath));
  return {
    documents,
    files: extensions.flatMap(filesOf).sort((a, b) => compareText(a.path, b.path)),
    plain: new Map([...documents].map(([path, bytes]) => [`index/${path}`, bytes])),
    heads: headsOf(extensions, channels),
  };
}

type Document = readonly [path: string, bytes: Uint8Array<ArrayBuffer>];

const byPath = (a: Document, b: Document): number => compareText(a[0], b[0]);

function* documentsOf(tree: ReleaseTree, extensions: readonly PreparedExtension[]): Generator<Document> {
  const { channels } = tree.publisher.value;
  yield ['catalog.json', encodeDocument(catalogDocument(tree, extensions))];
  yield ['licensing.json', encodeDocument(licensingDocument(tree))];
  if (tree.statistics !== undefined)
    yield ['statistics.json', encodeDocument(statisticsDocument(tree.statistics, tree))];
  for (const extension of extensions) {
    yield [`extensions/${extension.entry.id}.json`, encodeDocument(extensionDocument(extension, channels))];
  }
  for (const { entry } of extensions) {
    for (const migration of entry.migrations ?? []) {
      const name = `${entry.id}.migrate.${migration.manifest.value.from}`;
      yield [`extensions/${name}.json`, encodeDocument(migrationDocument(entry.id, migration))];
    }
  }
  for (const configuration of tree.configurations.value) {
    const document = configurationDocument(configuration, extensions, channels);
    if (document.extensions.length === 0) continue;
    yield [`configurations/${configuration.name}.json`, encodeDocument(document)];
  }
  const any = configurationDocument(EVERY_CONFIGURATION, extensions, channels);
  if (any.extensions.length > 0) yield ['any-configuration.json', encodeDocument(any)];
}
