/**
 * The public entry `vypusk/license`: what a program by somebody else needs to believe a licence and to open what it
 * paid for. Runs in browsers and in Node; asks no network and keeps nothing. The manual is the page «licensing».
 */
export { contentKey, type LockedBuild, type Unlocking } from './content-key.ts';
export { verifyEnvelope, PAYLOAD_TYPE, type LicenseKeys } from './envelope.ts';
export {
  archiveFaultOf,
  LicenseError,
  type ArchiveFault,
  type ArchiveSubject,
  type LicenseErrorArguments,
  type LicenseErrorCode,
} from './error.ts';
export type { LicensePayload, ProductGrant } from './license.ts';
export { parseLicenseKey } from './license-key.ts';
export { MAX_RECORD_BYTES, openRecord } from './license-record.ts';
export { monthKey, type MonthKey } from './month-key.ts';
export { openProtectedFile, type ProtectedBuild } from './protected-file.ts';
export { clearName } from './protected-name.ts';
export { recordAccess, type RecordAccess } from './record-access.ts';
export { acceptRevision, type RevisionStore } from './revision.ts';
