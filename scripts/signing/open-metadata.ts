import { VerificationError } from '../verify/error.ts';
import type { Root, TopLevelRole } from '../verify/metadata.ts';
import { parseEnvelope } from '../verify/parse-envelope.ts';
import type { SignedParser, Unverified } from '../verify/parse-envelope.ts';
import { SHIPPED_SCHEMES } from '../verify/scheme.ts';
import { requireThreshold } from '../verify/signatures.ts';
import type { Signers } from '../verify/signatures.ts';
import type { Bytes } from './signed-file.ts';

/** A metadata file whose signatures were counted and are enough. Its age and version were not looked at. */
export type Opened<T> = Unverified<T>;

/** A kind of metadata: its name and how to read it. */
export interface MetadataKind<T> {
  readonly name: string;
  readonly parse: SignedParser<T>;
}

/** Who may sign a role that the root names. */
export const signersOf = ({ keys, roles }: Root, role: TopLevelRole): Signers => ({
  keys,
  role: roles[role],
  schemes: SHIPPED_SCHEMES,
});

/**
 * Reads a metadata file with the eyes of the client: what opens here opens there. Throws `VerificationError`: the file
 * is no metadata of that kind, or not enough of the signers signed it.
 */
export function openMetadata<T>(bytes: Bytes, { name, parse }: MetadataKind<T>, signers: Signers): Opened<T> {
  const file = parseEnvelope(bytes, name, parse);
  requireThreshold(file, signers);
  return file;
}

/** Whether enough of the signers signed a file; another error than a refusal goes through. */
export function meetsThreshold(file: Unverified<unknown>, signers: Signers): boolean {
  try {
    requireThreshold(file, signers);
    return true;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
}
