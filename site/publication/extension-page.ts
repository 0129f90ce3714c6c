import type { Locale } from '../../scripts/model/text.ts';
import type { ExtensionPage } from '../views/extension.ts';
import type { Publication, PublishedExtension } from './publication.ts';
import { inLanguage, vendorText } from './vendor-text.ts';

/** What the pages of an extension are drawn from, for readers of one language. */
export const extensionPage = (
  { document, releases, pages, purchase, screenshots }: PublishedExtension,
  { catalog, installer }: Publication,
  locale: Locale,
): ExtensionPage => ({
  document,
  configurations: catalog.configurations,
  installer,
  screenshots,
  ...(purchase && { purchase }),
  passportsOf: (version) => releases.get(version)?.passports ?? new Map(),
  pages: pages.map(({ name, texts }) => {
    const notes = inLanguage(texts, locale);
    return { name, title: (notes && vendorText(notes, (path) => path).title) ?? name };
  }),
});
