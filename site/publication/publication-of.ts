import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import type { CatalogSources } from '../../scripts/catalog/catalog-build.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import type { Notes, ReleaseEntry, ReleaseTree } from '../../scripts/model/release-tree.ts';
import type { Locale } from '../../scripts/model/text.ts';
import type { InstallerFile } from './read-installer.ts';
import type { PublishedRoot } from './read-root.ts';
import { downloadsOf } from './downloads-of.ts';
import { catalogOf, extensionOf, migrationsOf } from './published-documents.ts';
import type { Publication, PublishedScreenshot, ReleaseMaterial, VendorPage } from './publication.ts';

/** What is read beside the release tree. */
export interface PublicationSources extends CatalogSources {
  readonly root?: PublishedRoot;
  /** Absent: none is handed over. */
  readonly installer?: readonly InstallerFile[];
  /** Further pages of the extension with this id. */
  readonly pagesOf: (id: string) => readonly VendorPage[];
  /** Screenshots of the extension with this id. */
  readonly screenshotsOf: (id: string) => readonly PublishedScreenshot[];
}

/** What a site shows of a checked release tree: the documents that get signed, and beside them notes and passports. */
export function publicationOf(tree: ReleaseTree, sources: PublicationSources): Publication {
  const { documents } = buildCatalog(tree, sources);
  const { root, installer = [], pagesOf, screenshotsOf } = sources;
  return {
    catalog: catalogOf(documents),
    extensions: tree.extensions.map(({ id, eula, releases, manifest: { value } }) => ({
      document: extensionOf(documents, id),
      releases: new Map(
        releases.map((release) => [release.manifest.value.version.text, materialOf(id, release, sources)]),
      ),
      agreements: new Map([...eula].map(([locale, file]) => [locale, agreementOf(locale, file, sources)])),
      migrations: migrationsOf(documents, extensionOf(documents, id)),
      ...(value.purchase && { purchase: value.purchase }),
      pages: pagesOf(id),
      ...downloadsOf(tree, id),
      screenshots: screenshotsOf(id),
    })),
    installer,
    ...(root === undefined ? {} : { root }),
  };
}

const agreementOf = (locale: Locale, file: string, { readAgreement }: CatalogSources): Notes => ({
  locale,
  format: 'md',
  file,
  text: new TextDecoder().decode(readAgreement(file)),
});

const materialOf = (id: string, release: ReleaseEntry, sources: CatalogSources): ReleaseMaterial => ({
  folder: `extensions/${id}/${release.folder}`,
  notes: new Map(release.notes.map((one) => [one.locale, one])),
  passports: passportsOf(id, release, sources),
});

/** The passports beside the files of a release, and those of files that were read instead. */
function passportsOf(
  extension: string,
  { manifest: { value }, passports }: ReleaseEntry,
  { passportOf }: CatalogSources,
): ReadonlyMap<string, Passport> {
  const found = new Map<string, Passport>();
  for (const { file } of value.builds) {
    const passport = passports.get(file) ?? passportOf?.({ extension, version: value.version.text, file });
    if (passport !== undefined) found.set(file, passport);
  }
  return found;
}
