import { verifyEnvelope } from '../license/envelope.ts';
import { LicenseError } from '../license/error.ts';
import type { LicensePayload } from '../license/license.ts';
import { parseLicenseKey } from '../license/license-key.ts';
import { MAX_RECORD_BYTES, openRecord } from '../license/license-record.ts';
import { recordAccess } from '../license/record-access.ts';
import { acceptRevision, type RevisionStore } from '../license/revision.ts';
import type { LicensingDocument } from '../model/documents.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import type { Fetcher } from '../verify/world.ts';
import { ClientError } from './error.ts';
import { readDocument } from './read-document.ts';

/** What a client needs to believe a licence. */
export interface LicenseWorld {
  readonly repository: Pick<TrustedRepository, 'document'>;
  /** Where records are had; nothing that it says is believed. */
  readonly fetch: Fetcher;
  readonly revisions: RevisionStore;
}

/**
 * The licence of a key: one request. What was mistyped is said before anything is asked for. Throws `LicenseError`,
 * `VerificationError`, ClientError `licensing-unknown`.
 */
export async function licenseOfKey(typed: string, world: LicenseWorld): Promise<LicensePayload> {
  const licensing = await licensingDocument(world);
  const access = await recordAccess(await parseLicenseKey(typed, licensing.licensePrefix));
  const answer = await world.fetch(access.path, { maxBytes: MAX_RECORD_BYTES });
  if (answer.kind !== 'found') throw new LicenseError('license-unknown');
  const license = await openRecord(answer.bytes, access, licensing);
  await acceptRevision(license, world.revisions);
  return license;
}

/** The licence in a file for closed networks; asks nobody. Throws as `licenseOfKey`. */
export async function licenseInFile(bytes: Uint8Array, world: LicenseWorld): Promise<LicensePayload> {
  const license = verifyEnvelope(bytes, await licensingDocument(world));
  await acceptRevision(license, world.revisions);
  return license;
}

async function licensingDocument({ repository }: LicenseWorld): Promise<LicensingDocument> {
  const document = await readDocument(repository, 'licensing.json', 'licensing');
  if (document === undefined || document.keys.length === 0) throw new ClientError('licensing-unknown');
  return document;
}
