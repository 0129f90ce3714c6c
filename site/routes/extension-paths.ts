import type { ReleaseDocument } from '../../scripts/model/documents.ts';
import { LOCALES, type Locale } from '../../scripts/model/text.ts';
import type { Publication, PublishedExtension } from '../publication/publication.ts';
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
