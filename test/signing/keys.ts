import { createHash } from 'node:crypto';
import { seedSigner } from '../../scripts/signing/seed-signer.ts';
import type { Signer } from '../../scripts/signing/signer.ts';

/** A key that is the same in every run: its seed is the digest of its name. Never of use outside tests. */
export const testKey = (name: string): Promise<Signer> =>
  seedSigner(createHash('sha256').update(`test key ${name}`).digest());

/** Several of them. */
export const testKeys = (...names: readonly string[]): Promise<Signer[]> => Promise.all(names.map(testKey));
