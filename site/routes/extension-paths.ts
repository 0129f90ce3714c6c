import type { ReleaseDocument } from '../../scripts/model/documents.ts';
import type { MigrationDocument } from '../../scripts/model/migration-document.ts';
import { LOCALES, type Locale } from '../../scripts/model/text.ts';
import type { Publication, PublishedExtension, VendorPage } from '../publication/publication.ts';
import { extensionDigest } from '../publication/extension-digest.ts';
import { localeParam } from './locale-paths.ts';

/** A page of an extension. */
export interface ExtensionPath {
  readonly params: { readonly locale: string | undefined; readonly id: string };
  readonly props: { readonly locale: Locale; readonly extension: PublishedExtension };
  /** What the page follows from: Astro draws it again only when this or the program changed. */
  readonly cacheKey: string;
}

/** A page of a release. */
export interface ReleasePath {
  readonly params: ExtensionPath['params'] & { readonly version: string };
  readonly props: ExtensionPath['props'] & { readonly release: ReleaseDocument };
}

/** A further page of a vendor. */
export interface VendorPagePath extends Pick<ExtensionPath, 'cacheKey'> {
  readonly params: ExtensionPath['params'] & { readonly page: string };
  readonly props: ExtensionPath['props'] & { readonly page: VendorPage };
}

/** A guide for moving from an older module. */
export interface MigrationPath extends Pick<ExtensionPath, 'cacheKey'> {
  readonly params: ExtensionPath['params'] & { readonly from: string };
  readonly props: ExtensionPath['props'] & { readonly migration: MigrationDocument };
}

/** Guides for moving from older modules, in all languages. */
export const migrationPaths = (publication: Publication): MigrationPath[] =>
  extensionPaths(publication).flatMap(({ params, props, cacheKey }) =>
    (props.extension.migrations ?? []).map((migration) => ({
      params: { ...params, from: migration.from },
      props: { ...props, migration },
      cacheKey,
    })),
  );

/** Pages of licence agreements, of the extensions that have one. */
export const agreementPaths = (publication: Publication): ExtensionPath[] =>
  extensionPaths(publication).filter(({ props }) => props.extension.agreements.size > 0);

/** Further pages of vendors in all languages. */
export const vendorPagePaths = (publication: Publication): VendorPagePath[] =>
  extensionPaths(publication).flatMap(({ params, props, cacheKey }) =>
    props.extension.pages.map((page) => ({
      params: { ...params, page: page.name },
      props: { ...props, page },
      cacheKey,
    })),
  );

/** Pages of all extensions in all languages. */
export const extensionPaths = (publication: Publication): ExtensionPath[] =>
  publication.extensions.flatMap((extension) => {
    const cacheKey = extensionDigest(extension, publication);
    const { id } = extension.document;
    return LOCALES.map((locale) => ({
      params: { locale: localeParam(locale), id },
      props: { locale, extension },
      cacheKey,
    }));
  });

/** Pages of all releases of all extensions in all languages. */
export const releasePaths = ({ extensions }: Pick<Publication, 'extensions'>): ReleasePath[] =>
  LOCALES.flatMap((locale) =>
    extensions.flatMap((extension) =>
      extension.document.releases.map((release) => ({
        params: { locale: localeParam(locale), id: extension.document.id, version: release.version },
        props: { locale, extension, release },
      })),
    ),
  );
