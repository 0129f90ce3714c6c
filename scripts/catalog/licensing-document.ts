import { FORMAT_VERSION } from '../model/documents.ts';
import type { LicensingDocument } from '../model/documents.ts';
import { compareText } from '../model/problem.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import type { LocalizedText } from '../model/text.ts';
import { textDocument } from './identity-document.ts';
import type { CatalogSources } from './catalog-build.ts';

/** `licensing.json`: what a client needs to check a licence. */
export const licensingDocument = (
  tree: ReleaseTree,
  { licensing = {} }: CatalogSources,
): LicensingDocument => ({
  type: 'licensing',
  formatVersion: FORMAT_VERSION,
  licensePrefix: tree.publisher.value.licensePrefix,
  keys: (licensing.keys ?? []).toSorted((a, b) => compareText(a.keyid, b.keyid)),
  products: (licensing.products ?? productsNamedByExtensions(tree)).toSorted((a, b) =>
    compareText(a.id, b.id),
  ),
});

/** Every product that some extension asks for, under the title of the first extension that does. */
function productsNamedByExtensions(tree: ReleaseTree): LicensingDocument['products'] {
  const titles = new Map<string, LocalizedText>();
  for (const { manifest } of tree.extensions) {
    const unnamed = manifest.value.products.filter((product) => !titles.has(product));
    for (const product of unnamed) titles.set(product, manifest.value.title);
  }
  return [...titles].map(([id, title]) => ({ id, title: textDocument(title) }));
}
