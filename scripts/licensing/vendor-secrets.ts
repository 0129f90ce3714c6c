import { createPrivateKey, hkdfSync, sign } from 'node:crypto';
import type { Month } from '../license/month.ts';
import { seedSigner } from '../signing/seed-signer.ts';
import { ProductKeys } from './product-keys.ts';

/** Bytes of the one secret that a vendor keeps. */
export const MASTER_BYTES = 32;

/** Everything secret that licensing needs. */
export interface VendorSecrets {
  /** Identifier of the key that signs licences, as `licensing.yaml` lists it. */
  readonly keyid: string;
  /** Its public half, lower-case hex. */
  readonly public: string;
  /** Ed25519 signature of the bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  /** Key of the vendor's copies of licences. */
  readonly registerKey: Uint8Array;
  /** A product's key of a month. */
  readonly productKey: (product: string, month: Month) => Uint8Array;
}

/**
 * All secrets follow from one of 32 random bytes, by HKDF-SHA256 (RFC 5869) under a name each. So a new product needs
 * no new backup, and the form that was printed on the first day restores everything.
 */
export async function vendorSecrets(master: Uint8Array): Promise<VendorSecrets> {
  const own = Uint8Array.from(master);
  const derive = (name: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', own, new Uint8Array(), `vypusk/licensing/v1/${name}`, 32));
  const seed = derive('signing-key');
  const { keyid, publicKey } = await seedSigner(seed);
  const products = new Map<string, ProductKeys>();
  const keysOf = (product: string): ProductKeys => {
    const keys = products.get(product) ?? new ProductKeys(derive(`product/${product}`));
    products.set(product, keys);
    return keys;
  };
  return {
    keyid,
    public: publicKey.keyval.public,
    sign: signerOf(seed),
    registerKey: derive('register'),
    productKey: (product, month) => keysOf(product).keyOf(month),
  };
}

/** Start of an Ed25519 private key in PKCS #8 (RFC 8410, section 7); the seed follows. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** OpenSSL signs fifty times as fast as the signer of metadata: a batch signs ten thousand licences. */
function signerOf(seed: Uint8Array): VendorSecrets['sign'] {
  const der = Buffer.concat([PKCS8, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  seed.fill(0);
  return (bytes) => sign(null, bytes, key);
}
