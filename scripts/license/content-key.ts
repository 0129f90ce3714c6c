import type { BuildDocument, UnlockDocument } from '../model/documents.ts';
import { fromBase64 } from './base64.ts';
import { LicenseError } from './error.ts';
import type { LicensePayload, ProductGrant } from './license.ts';
import { monthKey } from './month-key.ts';
import { CONTENT_KEY_BYTES, sealContentKey } from './seal.ts';

/** What of a build says who can open it. */
export type LockedBuild = Pick<BuildDocument, 'file' | 'sha256' | 'unlock'>;

/** What opens files, of a licence. */
export type Unlocking = Pick<LicensePayload, 'products'>;

/** Keys that are tried on one file; an honest file and licence give one for each product that both name. */
const MAX_KEYS = 32;

/** Keys of which one opens the file, when any does. */
export type ContentKeys = readonly [Uint8Array, ...Uint8Array[]];

/**
 * The content key of a protected file (`formats.md`, section 7), as its first seal says: the archive alone shows whether
 * a seal was right. Throws as `contentKeys`.
 */
export async function contentKey(build: LockedBuild, license: Unlocking): Promise<Uint8Array> {
  const [key] = await contentKeys(build, license);
  return key;
}

/**
 * What the seals of a protected file hold for a licence, in their order: a seal that is wrong must not hide another
 * that fits. Throws `license-product-missing` when no product of the licence opens the file, `license-month-closed` when
 * one does and the file is of a later month.
 */
export async function contentKeys(build: LockedBuild, license: Unlocking): Promise<ContentKeys> {
  const keys: Uint8Array[] = [];
  let closed: LicenseError | undefined;
  for (const [unlock, grant] of matches(build, license).slice(0, MAX_KEYS)) {
    try {
      const key = await keyFor(unlock, build, grant);
      if (key !== undefined) keys.push(key);
    } catch (error) {
      if (!(error instanceof LicenseError)) throw error;
      closed = error;
    }
  }
  const [first, ...others] = keys;
  if (first !== undefined) return [first, ...others];
  const products = (build.unlock ?? []).map(({ product }) => product).join(', ');
  throw closed ?? new LicenseError('license-product-missing', { file: build.file, products });
}

/** Every seal with every grant of its product: a licence may hold a trial beside what was bought. */
const matches = (
  { unlock: seals = [] }: LockedBuild,
  { products }: Unlocking,
): readonly (readonly [UnlockDocument, ProductGrant])[] =>
  seals.flatMap((seal) =>
    products.filter(({ id }) => id === seal.product).map((grant) => [seal, grant] as const),
  );

/** Undefined when the grant has no key, or the seal is no seal. */
async function keyFor(
  { month, sealed }: UnlockDocument,
  { sha256 }: LockedBuild,
  grant: ProductGrant,
): Promise<Uint8Array | undefined> {
  const mask = fromBase64(sealed);
  if (grant.key === undefined || mask?.length !== CONTENT_KEY_BYTES) return undefined;
  const key = await monthKey({ month: grant.updatesUntil, key: grant.key }, month);
  return sealContentKey(mask, key, sha256);
}
