import { createHash } from 'node:crypto';
import type { Publication, PublishedExtension } from './publication.ts';

/**
 * SHA-256, in hex, of everything that pages of an extension follow from: the extension, and of the catalogue the
 * publisher, the configurations and the installer. The same digest and the same program mean the same pages.
 */
export function extensionDigest(
  extension: PublishedExtension,
  { catalog, installer, root }: Publication,
): string {
  const { publisher, configurations } = catalog;
  // The check «Does it fit» verifies from the root, and knows what any extension is made for and opened by.
  const asked = catalog.extensions.map((one) => [one.configurations.map(({ name }) => name), one.products]);
  return digestOf({ extension, publisher, configurations, installer, root: root?.text, asked });
}

/** SHA-256, in hex, of plain values; maps count as their entries. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, withEntries)).digest('hex');

const withEntries = (_key: string, value: unknown): unknown =>
  value instanceof Map ? [...value.entries()] : value;
