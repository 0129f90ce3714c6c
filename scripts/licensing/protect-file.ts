import { createHash } from 'node:crypto';
import { toBase64 } from '../license/base64.ts';
import { contentKey, type LockedBuild } from '../license/content-key.ts';
import type { Month } from '../license/month.ts';
import { contentPassword } from '../license/protected-file.ts';
import { PROTECTED_ENDING } from '../license/protected-name.ts';
import { CONTENT_KEY_BYTES, sealContentKey } from '../license/seal.ts';
import type { PinnedFile, UnlockDocument } from '../model/documents.ts';
import { encryptedZip } from './encrypted-zip.ts';
import type { LicenseWorld } from './license-files.ts';
import type { VendorSecrets } from './vendor-secrets.ts';
import { SALT_BYTES } from './win-zip-aes.ts';

/** A `.cfe` that is to be sold. */
export interface ClearFile {
  /** Name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A protected file, and what its manifest says of it. */
export interface ProtectedFile extends PinnedFile {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The `.cfe` inside. */
  readonly clear: PinnedFile;
  readonly unlock: readonly UnlockDocument[];
}

/** Who shall be able to open a file: licences for the products, of the month of the release or later. */
export interface Audience {
  readonly products: readonly string[];
  readonly month: Month;
}

/**
 * Encrypts a file under a key of its own and seals that key for every product (`formats.md`, section 7). The key is
 * nowhere else: whoever holds a product's secret finds it again with `recoverContentKey`.
 */
export async function protectFile(
  clear: ClearFile,
  audience: Audience,
  { secrets, random }: LicenseWorld,
): Promise<ProtectedFile> {
  const key = random(CONTENT_KEY_BYTES);
  const bytes = await encryptedZip(clear, { password: contentPassword(key), salt: random(SALT_BYTES) });
  const pin = pinned(bytes);
  const { products, month } = audience;
  const locked = { key, sha256: pin.sha256 };
  const unlock = await Promise.all(products.map((product) => unlockFor({ product, month }, locked, secrets)));
  key.fill(0);
  return { file: `${clear.name}${PROTECTED_ENDING}`, bytes, ...pin, clear: pinned(clear.bytes), unlock };
}

/** The key of an archive, and the archive's digest. */
export interface LockedContent {
  readonly key: Uint8Array;
  readonly sha256: string;
}

/** A product and a month, whose key a content key is sealed for. */
export interface Lock {
  readonly product: string;
  readonly month: Month;
}

/** What lets a product's licences open an archive. */
export const unlockFor = async (
  { product, month }: Lock,
  { key, sha256 }: LockedContent,
  { productKey }: Pick<VendorSecrets, 'productKey'>,
): Promise<UnlockDocument> => ({
  product,
  month,
  sealed: toBase64(await sealContentKey(key, productKey(product, month), sha256)),
});

/**
 * The content key of a file that was protected before: the vendor holds a licence for everything. Throws as
 * `contentKey` does.
 */
export const recoverContentKey = (
  build: LockedBuild,
  { productKey }: Pick<VendorSecrets, 'productKey'>,
): Promise<Uint8Array> => {
  const products = (build.unlock ?? []).map(({ product, month }) => ({
    id: product,
    trial: false,
    updatesUntil: month,
    key: productKey(product, month),
  }));
  return contentKey(build, { products });
};

const pinned = (bytes: Uint8Array): PinnedFile => ({
  length: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
