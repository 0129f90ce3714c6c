import { KeyError } from './key-error.ts';
import { openSecret, sealSecret, type SecretLock } from './sealed-secret.ts';
import { seedSigner } from './seed-signer.ts';

const TYPE = 'vypusk-private-key';

/** What is needed to put a private key into a file. */
export interface KeyToSeal extends SecretLock {
  readonly seed: Uint8Array;
}

/** A private key as a file under a passphrase, beside its public half. Throws `passphrase-empty`. */
export async function sealKeyFile({ seed, ...lock }: KeyToSeal): Promise<Uint8Array<ArrayBuffer>> {
  const { keyid, publicKey } = await seedSigner(seed);
  return sealSecret(seed, { type: TYPE, keyid, public: publicKey.keyval.public }, lock);
}

/** The 32-byte seed in a key file. The caller overwrites it after use. Throws `KeyError`. */
export async function openKeyFile(bytes: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const { secret: seed, label } = await openSecret(bytes, TYPE, passphrase);
  const { keyid, publicKey } = await seedSigner(seed);
  if (keyid === label.keyid && publicKey.keyval.public === label.public) return seed;
  seed.fill(0);
  throw new KeyError('key-halves-differ', { keyid: label.keyid });
}
