import { openEncryptedEntry } from './encrypted-entry.ts';
import { MAX_ENVELOPE_BYTES, verifyEnvelope, type LicenseKeys } from './envelope.ts';
import { LicenseError } from './error.ts';
import type { LicensePayload } from './license.ts';
import type { RecordAccess } from './record-access.ts';

/** Name of the only entry of a record (`formats.md`, section 5). */
export const RECORD_ENTRY = 'license.json';

/** Bytes of a record as published: an envelope and what the archive adds. */
export const MAX_RECORD_BYTES = MAX_ENVELOPE_BYTES + 4096;

/**
 * The licence in a record (`formats.md`, sections 5 and 6). Throws `license-record-invalid`, `-locked` (the record is
 * for another key), `-damaged`, `-too-large`, and what `verifyEnvelope` throws.
 */
export async function openRecord(
  bytes: Uint8Array,
  { path, password }: RecordAccess,
  licensing: LicenseKeys,
): Promise<LicensePayload> {
  if (bytes.length > MAX_RECORD_BYTES) {
    throw new LicenseError('license-record-too-large', { name: path, limit: MAX_RECORD_BYTES });
  }
  const envelope = await openEncryptedEntry(bytes, password, {
    subject: 'license-record',
    name: path,
    entry: RECORD_ENTRY,
    maxBytes: MAX_ENVELOPE_BYTES,
  });
  return verifyEnvelope(envelope, licensing);
}
