import type { ExtensionPage } from '../views/extension.ts';
import type { Publication, PublishedExtension } from './publication.ts';

/** What the pages of an extension are drawn from. */
export const extensionPage = (
  { document, releases }: PublishedExtension,
  { catalog }: Publication,
): ExtensionPage => ({
  document,
  configurations: catalog.configurations,
  passportsOf: (version) => releases.get(version)?.passports ?? new Map(),
});
