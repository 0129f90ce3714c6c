import { requireContent } from './content.ts';
import { VerificationError } from './error.ts';
import type { MetaFile, Signed } from './metadata.ts';
import type { Unverified } from './parse-envelope.ts';

/** Whether a stored file is exactly the one that a trusted file lists, so that it need not be fetched. */
export async function isListedAs(stored: Unverified<Signed>, listed: MetaFile): Promise<boolean> {
  if (stored.signed.version !== listed.version) return false;
  try {
    await requireContent(stored.role, stored.bytes, listed);
    return true;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
}
