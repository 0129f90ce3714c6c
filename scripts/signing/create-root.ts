import { parseRoot } from '../verify/parse-root.ts';
import { openMetadata, signersOf } from './open-metadata.ts';
import { pendingRoot, signRoot } from './pending-root.ts';
import { firstRoot } from './root-keys.ts';
import type { RootKeys } from './root-keys.ts';
import type { Signing } from './sign-role.ts';
import type { Bytes } from './signed-file.ts';

/**
 * The first root of a repository, signed by the root keys at hand and read back as a client would. Throws `KeyError`,
 * or `VerificationError` when the keys at hand are fewer than the threshold.
 */
export async function createRoot(keys: RootKeys, { signers, now }: Signing): Promise<Bytes> {
  const root = await firstRoot(keys, now);
  let bytes = pendingRoot(root);
  for (const signer of signers) bytes = await signRoot(bytes, signer);
  openMetadata(bytes, { name: 'root', parse: parseRoot }, signersOf(root, 'root'));
  return bytes;
}
