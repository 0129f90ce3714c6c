import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import type { CatalogSources } from '../../scripts/catalog/catalog-build.ts';
import type { ReleaseEntry, ReleaseTree } from '../../scripts/model/release-tree.ts';
import type { PublishedRoot } from './read-root.ts';
import { catalogOf, extensionOf } from './published-documents.ts';
import type { Publication, ReleaseMaterial } from './publication.ts';

/** What a site shows of a checked release tree: the documents that get signed, and beside them notes and passports. */
export function publicationOf(tree: ReleaseTree, sources: CatalogSources, root?: PublishedRoot): Publication {
  const { documents } = buildCatalog(tree, sources);
  return {
    catalog: catalogOf(documents),
    extensions: tree.extensions.map(({ id, releases }) => ({
      document: extensionOf(documents, id),
      releases: new Map(
        releases.map((release) => [release.manifest.value.version.text, materialOf(id, release)]),
      ),
    })),
    ...(root === undefined ? {} : { root }),
  };
}

const materialOf = (id: string, { folder, notes, passports }: ReleaseEntry): ReleaseMaterial => ({
  folder: `extensions/${id}/${folder}`,
  notes: new Map(notes.map((one) => [one.locale, one])),
  passports,
});
