import { canonicalJson } from '../verify/canonical-json.ts';
import { VerificationError } from '../verify/error.ts';
import { Field } from '../verify/field.ts';
import { toHex } from '../verify/hex.ts';
import { parseStrictJson } from '../verify/strict-json.ts';
import type { MetadataStore } from '../verify/world.ts';
import { LicenseError } from './error.ts';
import type { LicensePayload } from './license.ts';
import { sha256Of } from './sha256.ts';

/** Where a client remembers the newest revision of each licence it has seen. */
export type RevisionStore = Pick<MetadataStore, 'get' | 'put'>;

/**
 * Refuses a licence that is older than one that was seen under the same id, with `license-rolled-back`: a mirror could
 * otherwise show the record from before a revocation for ever. Remembers a newer one. Nothing secret is stored.
 */
export async function acceptRevision(
  { id, revision }: Pick<LicensePayload, 'id' | 'revision'>,
  store: RevisionStore,
): Promise<void> {
  // The id is a text by somebody else; its digest is a file name.
  const name = `${toHex(await sha256Of(id))}.json`;
  const seen = seenIn(await store.get(name));
  if (revision < seen) throw new LicenseError('license-rolled-back', { id, seen, offered: revision });
  if (revision > seen) await store.put(name, canonicalJson({ revision }));
}

/** What cannot be read was damaged, and is as good as forgotten: a customer must not be locked out by his own disk. */
function seenIn(bytes: Uint8Array | undefined): number {
  if (bytes === undefined) return 0;
  try {
    return new Field('license', '', parseStrictJson(bytes)).member('revision').integer(1);
  } catch (error) {
    if (error instanceof VerificationError) return 0;
    throw error;
  }
}
