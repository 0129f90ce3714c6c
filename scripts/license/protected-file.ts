import type { BuildDocument } from '../model/documents.ts';
import { requirePinned } from '../verify/artifact.ts';
import { toHex } from '../verify/hex.ts';
import { contentKeys, type ContentKeys, type Unlocking } from './content-key.ts';
import { encryptedEntry, openEncryptedEntry, type ExpectedArchive } from './encrypted-entry.ts';
import { LicenseError } from './error.ts';
import { clearName } from './protected-name.ts';

/** Bytes of a `.cfe` that is unpacked in memory. */
export const MAX_CLEAR_BYTES = 256 * 1024 * 1024;

/** A protected build as documents pin it. */
export type ProtectedBuild = Pick<BuildDocument, 'file' | 'length' | 'sha256' | 'unlock' | 'clear'>;

/** Password of a protected file: its content key in lower-case hexadecimal (`formats.md`, section 7). */
export const contentPassword = (key: Uint8Array): string => toHex(key);

/**
 * The `.cfe` in a protected file. Both are held against their pins, so nothing but the published file comes out. Throws
 * what `contentKeys` throws, `protected-file-invalid`, `-locked` (the key is another publisher's), `-damaged`,
 * `-too-large`; VerificationError `length-mismatch`, `hash-mismatch`.
 */
export async function openProtectedFile(
  bytes: Uint8Array<ArrayBuffer>,
  build: ProtectedBuild,
  license: Unlocking,
): Promise<Uint8Array<ArrayBuffer>> {
  await requirePinned(build.file, bytes, build);
  const clear = await openWithAny(bytes, build, await contentKeys(build, license));
  if (build.clear !== undefined) await requirePinned(clearName(build.file), clear, build.clear);
  return clear;
}

/** A wrong key passes for a right one in 65,536 cases of one; then the archive is found damaged, and not locked. */
async function openWithAny(
  bytes: Uint8Array,
  build: ProtectedBuild,
  [key, second, ...others]: ContentKeys,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await openWithContentKey(bytes, build, key);
  } catch (error) {
    if (second === undefined || !(error instanceof LicenseError)) throw error;
    return openWithAny(bytes, build, [second, ...others]);
  }
}

/** What a content key opens, whatever it is. Throws `protected-file-locked` and the other faults of archives. */
export const openWithContentKey = (
  bytes: Uint8Array,
  build: Pick<ProtectedBuild, 'file' | 'clear'>,
  key: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> => openEncryptedEntry(bytes, contentPassword(key), archiveOf(build));

/**
 * Refuses what cannot be a protected file, as far as can be seen without a key: one that is not encrypted would give
 * its content away. Throws `protected-file-invalid`, `protected-file-too-large`.
 */
export async function requireProtected(
  bytes: Uint8Array,
  build: Pick<ProtectedBuild, 'file' | 'clear'>,
): Promise<void> {
  await encryptedEntry(bytes, archiveOf(build));
}

const archiveOf = ({ file, clear }: Pick<ProtectedBuild, 'file' | 'clear'>): ExpectedArchive => ({
  subject: 'protected-file',
  name: file,
  entry: clearName(file),
  maxBytes: Math.min(clear?.length ?? MAX_CLEAR_BYTES, MAX_CLEAR_BYTES),
});
