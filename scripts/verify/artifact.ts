import type { PinnedFile } from '../model/documents.ts';
import { sha256Hex } from './digest.ts';
import { VerificationError } from './error.ts';

/** Answer of a source of files: bytes from some offset on, in pieces. */
export interface FileAnswer {
  /** Offset of the first byte; 0 when the source ignored the wish to go on from a later one. */
  readonly from: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Opens a file at an offset; undefined when there is none. A source that cannot answer throws a `VerificationError`. */
export type FileSource = (from: number) => Promise<FileAnswer | undefined>;

/** Where the beginning of a file is kept while the rest is missing. */
export interface PartialFile {
  readonly read: () => Promise<Uint8Array>;
  readonly append: (piece: Uint8Array) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** How a file is had. */
export interface ArtifactWorld {
  readonly open: FileSource;
  readonly partial: PartialFile;
  /** Bytes that a file may have at most: it is hashed in one piece, because WebCrypto can do no other. */
  readonly maxBytes: number;
}

/** Refuses a file that is not the pinned one, with `length-mismatch` or `hash-mismatch`. */
export async function requirePinned(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  pinned: PinnedFile,
): Promise<void> {
  if (bytes.length !== pinned.length) {
    throw new VerificationError('length-mismatch', { name, expected: pinned.length, offered: bytes.length });
  }
  if ((await sha256Hex(bytes)) !== pinned.sha256) {
    throw new VerificationError('hash-mismatch', { name, algorithm: 'sha256' });
  }
}

/**
 * Downloads a file that a trusted document pins, going on where the last try was cut off. Never takes more bytes than
 * are pinned. When the whole has the wrong hash although its beginning was kept from another try, it is fetched once
 * more from the start: the beginning may have come from a bad mirror.
 */
export async function downloadArtifact(
  name: string,
  pinned: PinnedFile,
  world: ArtifactWorld,
): Promise<Uint8Array<ArrayBuffer>> {
  if (pinned.length > world.maxBytes) {
    throw new VerificationError('too-large', { name, limit: world.maxBytes });
  }
  const kept = await takeKept(pinned, world.partial);
  let file = await complete(name, pinned, { world, kept });
  if (kept.length > 0 && (await sha256Hex(file)) !== pinned.sha256) {
    await world.partial.clear();
    file = await complete(name, pinned, { world, kept: new Uint8Array() });
  }
  // Whatever it is, nothing is left to go on from.
  await world.partial.clear();
  await requirePinned(name, file, pinned);
  return file;
}

async function takeKept({ length }: PinnedFile, partial: PartialFile): Promise<Uint8Array> {
  const kept = await partial.read();
  if (kept.length <= length) return kept;
  await partial.clear();
  return new Uint8Array();
}

async function complete(
  name: string,
  pinned: PinnedFile,
  { world, kept }: { readonly world: ArtifactWorld; readonly kept: Uint8Array },
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Uint8Array(pinned.length);
  file.set(kept);
  if (kept.length === pinned.length && kept.length > 0) return file;
  const answer = await world.open(kept.length);
  if (answer === undefined) throw new VerificationError('not-found', { name });
  let at = await startAt(name, answer.from, { world, kept });
  for await (const piece of answer.pieces) {
    if (at + piece.length > pinned.length) {
      await world.partial.clear();
      throw new VerificationError('too-large', { name, limit: pinned.length });
    }
    file.set(piece, at);
    at += piece.length;
    await world.partial.append(piece);
  }
  if (at < pinned.length) throw new VerificationError('fetch-failed', { name, reason: 'cut' });
  return file;
}

async function startAt(
  name: string,
  from: number,
  { world, kept }: { readonly world: ArtifactWorld; readonly kept: Uint8Array },
): Promise<number> {
  if (from === kept.length) return from;
  // A source that answers from anywhere else than asked, or the start, makes no sense.
  if (from !== 0) throw new VerificationError('fetch-failed', { name, reason: 'range' });
  await world.partial.clear();
  return 0;
}
