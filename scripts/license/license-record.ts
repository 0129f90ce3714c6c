import { encryptedEntry, openEncryptedEntry, type ExpectedArchive } from './encrypted-entry.ts';
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
  return verifyEnvelope(await openEncryptedEntry(bytes, password, archiveAt(path)), licensing);
}

/**
 * Refuses what cannot be a record, as far as can be seen without its key: one that is not encrypted would publish a
 * customer. Throws `license-record-invalid`, `license-record-too-large`.
 */
export async function requireRecord(bytes: Uint8Array, path: string): Promise<void> {
  await encryptedEntry(bytes, archiveAt(path));
}

const archiveAt = (path: string): ExpectedArchive => ({
  subject: 'license-record',
  name: path,
  entry: RECORD_ENTRY,
  maxBytes: MAX_ENVELOPE_BYTES,
});
