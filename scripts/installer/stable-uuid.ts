import { createHash } from 'node:crypto';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Identifiers that mean the same in every dump: classes of what a configuration and a processor contain
 * (platform-1c.md, sections 7.2 and 7.3).
 */
export const CLASS_IDS: ReadonlySet<string> = new Set([
  'c3831ec8-d8d5-4f93-8a22-f9bfae07327f',
  '9cd510cd-abfc-11d4-9434-004095e12fc7',
  '9fcd25a0-4822-11d4-9414-008048da11f9',
  'e3687481-0a87-462c-a166-9f34594f9bba',
  '9de14907-ec23-4a07-96f0-85521cb6b53b',
  '51f2d5d8-ea4d-4064-8892-82951750031e',
  'e68182ea-4237-4383-967f-90c1e3370bc7',
  'fb282519-d103-4dd3-bc12-cb271d631dfc',
]);

/**
 * An identifier derived from texts by SHA-256, in the form of RFC 9562, version 8. The same texts give the same
 * identifier, so a rebuilt product is the same product.
 */
export function stableUuid(...seeds: readonly string[]): string {
  const bytes = createHash('sha256')
    .update(seeds.map((seed) => `${seed}\n`).join(''))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The description of an object with identifiers of an owner: each is derived from the owner and from the identifier that
 * the checked-in dump has for the object, which never changes. Two vendors' products meet in one infobase and may not
 * share any.
 */
export const withOwnUuids = (xml: string, owner: readonly string[]): string =>
  xml.replace(UUID, (found) => (CLASS_IDS.has(found) ? found : stableUuid(...owner, found)));
