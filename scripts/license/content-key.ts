import type { BuildDocument, UnlockDocument } from '../model/documents.ts';
import { fromBase64 } from './base64.ts';
import { LicenseError } from './error.ts';
import type { LicensePayload } from './license.ts';
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
  for (const unlock of build.unlock ?? []) {
    try {
      const key = await keyFor(unlock, build, license);
      if (key !== undefined) return key;
    } catch (error) {
      if (!(error instanceof LicenseError)) throw error;
      closed = error;
    }
  }
  const products = (build.unlock ?? []).map(({ product }) => product).join(', ');
  throw closed ?? new LicenseError('license-product-missing', { file: build.file, products });
}

/** Undefined when the licence says nothing of the product, or the seal is no seal. */
async function keyFor(
  { product, month, sealed }: UnlockDocument,
  { sha256 }: LockedBuild,
  { products }: Unlocking,
): Promise<Uint8Array | undefined> {
  const grant = products.find(({ id, key }) => id === product && key !== undefined);
  const mask = fromBase64(sealed);
  if (grant?.key === undefined || mask?.length !== CONTENT_KEY_BYTES) return undefined;
  const key = await monthKey({ month: grant.updatesUntil, key: grant.key }, month);
  return sealContentKey(mask, key, sha256);
}
