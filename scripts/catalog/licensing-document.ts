import { FORMAT_VERSION } from '../model/format-version.ts';
import type { LicensingDocument } from '../model/documents.ts';
import { compareText } from '../model/problem.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import type { LocalizedText } from '../model/text.ts';
import { textDocument } from './identity-document.ts';

/** `licensing.json`: what a client needs to check a licence. Without `licensing.yaml`, nobody's licence is believed. */
export const licensingDocument = (tree: ReleaseTree): LicensingDocument => ({
  type: 'licensing',
  formatVersion: FORMAT_VERSION,
  licensePrefix: tree.publisher.value.licensePrefix,
  keys: (tree.licensing?.value.keys ?? [])
    .map((key) => ({ keyid: key.keyid, keytype: 'ed25519' as const, public: key.public }))
    .toSorted((a, b) => compareText(a.keyid, b.keyid)),
  products: productsOf(tree).toSorted((a, b) => compareText(a.id, b.id)),
});

const productsOf = (tree: ReleaseTree): LicensingDocument['products'] =>
  tree.licensing?.value.products.map(({ id, title }) => ({ id, title: textDocument(title) })) ??
  productsNamedByExtensions(tree);

/** Every product that some extension asks for, under the title of the first extension that does. */
function productsNamedByExtensions(tree: ReleaseTree): LicensingDocument['products'] {
  const titles = new Map<string, LocalizedText>();
  for (const { manifest } of tree.extensions) {
    const unnamed = manifest.value.products.filter((product) => !titles.has(product));
    for (const product of unnamed) titles.set(product, manifest.value.title);
  }
  return [...titles].map(([id, title]) => ({ id, title: textDocument(title) }));
}
