import { KeyError } from '../signing/key-error.ts';
import { openSecret, sealSecret, type SecretLock } from '../signing/sealed-secret.ts';
import { vendorSecrets } from './vendor-secrets.ts';

const TYPE = 'vypusk-licensing-secret';

/**
 * The vendor's secret as a file under a passphrase, labelled with the public half of the key that signs licences.
 * Throws `passphrase-empty`.
 */
export async function sealMaster(master: Uint8Array, lock: SecretLock): Promise<Uint8Array<ArrayBuffer>> {
  const { keyid, public: publicHalf } = await vendorSecrets(master);
  return sealSecret(master, { type: TYPE, keyid, public: publicHalf }, lock);
}

/** The secret in such a file. The caller overwrites it after use. Throws `KeyError`. */
export async function openMaster(bytes: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const { secret, label } = await openSecret(bytes, TYPE, passphrase);
  const { keyid, public: publicHalf } = await vendorSecrets(secret);
  if (keyid === label.keyid && publicHalf === label.public) return secret;
  secret.fill(0);
  throw new KeyError('key-halves-differ', { keyid: label.keyid });
}
