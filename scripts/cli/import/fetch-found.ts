import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FILE_BYTES } from '../../cfe/index.ts';
import { VerificationError } from '../../verify/error.ts';
import { wordVerification } from '../../wording/index.ts';
import { startProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { download, DownloadFailure, type Download } from '../session/download.ts';
import type { FoundFile } from './found-file.ts';

/** Where found files go, and what they are asked with. */
export interface Fetching {
  readonly folder: string;
  readonly authority?: Download['authority'];
  /** SHA-256 of files that the tree has: they are not downloaded again. */
  readonly known: ReadonlySet<string>;
}

/** Files that were downloaded, by their absolute paths, and the sentences about those that could not be. */
export interface Fetched {
  readonly files: ReadonlyMap<string, FoundFile>;
  readonly refused: readonly string[];
  /** How many the tree has already. */
  readonly skipped: number;
}

/** Downloads every found file that is not there yet, one at a time, each checked against what is said of it. */
export async function fetchFound(
  found: readonly FoundFile[],
  fetching: Fetching,
  session: Session,
): Promise<Fetched> {
  const progress = startProgress(session.text.import.downloading, session.world);
  const files = new Map<string, FoundFile>();
  const refused: string[] = [];
  let skipped = 0;
  for (const [index, file] of found.entries()) {
    progress.step(index, found.length);
    if (file.digest?.kind === 'sha256' && fetching.known.has(file.digest.hex)) {
      skipped++;
      continue;
    }
    const read = await fetchOne(file, fetching, session);
    if (typeof read === 'string') refused.push(session.text.import.notTaken(file.shown, read));
    else files.set(await keep(read, path.join(fetching.folder, String(index)), file.name), file);
  }
  progress.end();
  return { files, refused, skipped };
}

/** In a folder of its own: files of two releases may have one name. */
async function keep(bytes: Uint8Array, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** The bytes, or why they cannot be had. */
async function fetchOne(
  { url, length, digest }: FoundFile,
  { authority }: Fetching,
  { world, text, locale }: Session,
): Promise<Uint8Array<ArrayBuffer> | string> {
  if (length !== undefined && length > MAX_FILE_BYTES) return text.import.tooLarge(length);
  try {
    const asked = { url, maxBytes: length ?? MAX_FILE_BYTES, accept: 'application/octet-stream' };
    const bytes = await download({ ...asked, ...(authority && { authority }) }, world);
    if (length !== undefined && bytes.length !== length) return text.import.otherLength(length, bytes.length);
    const isSame = digest === undefined || createHash(digest.kind).update(bytes).digest('hex') === digest.hex;
    return isSame ? bytes : text.import.otherDigest(digest.kind);
  } catch (error) {
    if (error instanceof DownloadFailure) return error.reason;
    if (error instanceof VerificationError) return wordVerification(error, locale).message;
    throw error;
  }
}
