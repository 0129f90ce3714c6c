import type { ReleaseDocument } from '../../scripts/model/documents.ts';
import { LOCALES, type Locale } from '../../scripts/model/text.ts';
import type { Publication, PublishedExtension, VendorPage } from '../publication/publication.ts';
import { localeParam } from './locale-paths.ts';

/** A page of an extension. */
export interface ExtensionPath {
  readonly params: { readonly locale: string | undefined; readonly id: string };
  readonly props: { readonly locale: Locale; readonly extension: PublishedExtension };
}

/** A page of a release. */
export interface ReleasePath {
  readonly params: ExtensionPath['params'] & { readonly version: string };
  readonly props: ExtensionPath['props'] & { readonly release: ReleaseDocument };
}

/** A further page of a vendor. */
export interface VendorPagePath {
  readonly params: ExtensionPath['params'] & { readonly page: string };
  readonly props: ExtensionPath['props'] & { readonly page: VendorPage };
}

/** Pages of licence agreements, of the extensions that have one. */
export const agreementPaths = (publication: Publication): ExtensionPath[] =>
  extensionPaths(publication).filter(({ props }) => props.extension.agreements.size > 0);

/** Further pages of vendors in all languages. */
export const vendorPagePaths = (publication: Publication): VendorPagePath[] =>
  extensionPaths(publication).flatMap(({ params, props }) =>
    props.extension.pages.map((page) => ({
      params: { ...params, page: page.name },
      props: { ...props, page },
    })),
  );

/** Pages of all extensions in all languages. */
export const extensionPaths = ({ extensions }: Publication): ExtensionPath[] =>
  LOCALES.flatMap((locale) =>
    extensions.map((extension) => ({
      params: { locale: localeParam(locale), id: extension.document.id },
      props: { locale, extension },
    })),
  );

/** Pages of all releases of all extensions in all languages. */
export const releasePaths = (publication: Publication): ReleasePath[] =>
  extensionPaths(publication).flatMap(({ params, props }) =>
    props.extension.document.releases.map((release) => ({
      params: { ...params, version: release.version },
      props: { ...props, release },
    })),
  );
