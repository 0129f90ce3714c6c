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

/**
 * The content key of a protected file (`formats.md`, section 7). Throws `license-product-missing` when no product of
 * the licence opens the file, `license-month-closed` when one does and the file is of a later month.
 */
export async function contentKey(build: LockedBuild, license: Unlocking): Promise<Uint8Array> {
  let closed: LicenseError | undefined;
  for (const [unlock, grant] of matches(build, license)) {
    try {
      const key = await keyFor(unlock, build, grant);
      if (key !== undefined) return key;
    } catch (error) {
      if (!(error instanceof LicenseError)) throw error;
      closed = error;
    }
  }
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
