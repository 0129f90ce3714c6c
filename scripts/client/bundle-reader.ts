import {
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { FileSource } from '../verify/artifact.ts';
import { VerificationError } from '../verify/error.ts';
import type { Fetcher } from '../verify/world.ts';
import { ClientError } from './error.ts';

/** Entries that a bundle may have: every document and file of the largest repository that fits. */
const MAX_ENTRIES = 100_000;

/** A repository that came in one file. Nothing in it is believed: it stands where the network stands otherwise. */
export interface Bundle {
  /** Answers as a server would. */
  readonly fetch: Fetcher;
  /** A file at an address below the repository, for `downloadArtifact`. */
  readonly open: (path: string, maxBytes: number) => FileSource;
}

/** Opens a bundle. Throws `ClientError` `bundle-unreadable`. */
export async function openBundle(bytes: Uint8Array<ArrayBuffer>): Promise<Bundle> {
  const entries = await entriesOf(bytes);
  const read = async (path: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const entry = entries.get(path);
    return entry && contentOf(path, entry, maxBytes);
  };
  return {
    fetch: async (path, { maxBytes }) => {
      const found = await read(path, maxBytes);
      return found === undefined ? { kind: 'absent' } : { kind: 'found', bytes: found };
    },
    open: (path, maxBytes) => async (from) => {
      const found = await read(path, maxBytes);
      return found && { from, pieces: piecesOf(found.subarray(from)) };
    },
  };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function entriesOf(bytes: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<string, FileEntry>> {
  const entries = new Map<string, FileEntry>();
  try {
    const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
    for await (const entry of zip.getEntriesGenerator()) {
      if (entries.size >= MAX_ENTRIES) throw new ClientError('bundle-unreadable', { reason: 'entries' });
      if (entry.directory) continue;
      // Two entries of one name could be two things to two readers.
      if (entries.has(entry.filename)) throw new ClientError('bundle-unreadable', { reason: 'names' });
      entries.set(entry.filename, entry);
    }
    return entries;
  } catch (cause) {
    throw cause instanceof ClientError
      ? cause
      : new ClientError('bundle-unreadable', { reason: 'zip' }, { cause });
  }
}

/** Writes no more than it was allowed, whatever the entry claims to be. */
async function contentOf(path: string, entry: FileEntry, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  // Bundles are not compressed, so an entry cannot unfold into more than it takes: a declared size is a real one.
  const isPlain =
    entry.compressionMethod === 0 && !entry.encrypted && entry.compressedSize === entry.uncompressedSize;
  if (!isPlain) throw new ClientError('bundle-unreadable', { reason: 'compressed' });
  if (entry.uncompressedSize > maxBytes)
    throw new VerificationError('too-large', { name: path, limit: maxBytes });
  try {
    return await entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false });
  } catch (cause) {
    throw new ClientError('bundle-unreadable', { reason: 'zip' }, { cause });
  }
}
