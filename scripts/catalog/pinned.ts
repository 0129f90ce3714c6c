import { createHash } from 'node:crypto';
import type { PinnedFile } from '../model/documents.ts';

/** Length and lower-case hex SHA-256 of a file. */
export const pinned = (bytes: Uint8Array): PinnedFile => ({
  length: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
