import { createHash } from 'node:crypto';
import type { Publication, PublishedExtension } from './publication.ts';

/**
 * SHA-256, in hex, of everything that pages of an extension follow from: the extension, and of the catalogue the
 * publisher, the configurations and the installer. The same digest and the same program mean the same pages.
 */
export function extensionDigest(extension: PublishedExtension, { catalog, installer }: Publication): string {
  const { publisher, configurations } = catalog;
  return digestOf({ extension, publisher, configurations, installer });
}

/** SHA-256, in hex, of plain values; maps count as their entries. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, withEntries)).digest('hex');

const withEntries = (_key: string, value: unknown): unknown =>
  value instanceof Map ? [...value.entries()] : value;
