import {
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Raised } from '../model/coded-error.ts';
import {
  LicenseError,
  type ArchiveFault,
  type ArchiveFaultArguments,
  type ArchiveSubject,
  type LicenseErrorArguments,
} from './error.ts';

/** The archive that is expected. */
export interface ExpectedArchive {
  readonly subject: ArchiveSubject;
  /** Name for refusals. */
  readonly name: string;
  /** Name of its only entry. */
  readonly entry: string;
  /** Bytes that the entry may have unpacked. */
  readonly maxBytes: number;
}

/** AES-256 in the numbering of WinZip's extra field, and its version without a checksum of the clear text (AE-2). */
const AES_256 = 3;
const AE_2 = 2;

/** Stored or deflated; no other method is asked for, and each would be another decoder to trust. */
const METHODS: readonly number[] = [0, 8];

// Workers and WebAssembly are for archives of gigabytes; pages here may start neither.
const OPTIONS = { strictness: 'strict', useWebWorkers: false, useCompressionStream: true } as const;

/**
 * The clear bytes of the one entry of an encrypted archive. Sizes are bounded as they are declared and as they come.
 * Throws `…-invalid`, `…-locked`, `…-damaged`, `…-too-large` of its subject.
 */
export async function openEncryptedEntry(
  bytes: Uint8Array,
  password: string,
  expected: ExpectedArchive,
): Promise<Uint8Array<ArrayBuffer>> {
  const entry = await encryptedEntry(bytes, expected);
  try {
    // The library gives no more than was declared, and that was bounded above.
    const clear = await entry.getData(new Uint8ArrayWriter(), { ...OPTIONS, password });
    return new Uint8Array(clear);
  } catch (cause) {
    throw refuse(expected, faultOf(cause), {}, cause);
  }
}

/**
 * The entry of an archive that is what it should be, as far as can be seen without the password. Throws `…-invalid`,
 * `…-too-large` of its subject.
 */
export async function encryptedEntry(bytes: Uint8Array, expected: ExpectedArchive): Promise<FileEntry> {
  const entry = await onlyEntry(bytes, expected);
  const reason = oddityOf(entry, expected);
  if (entry.directory || reason !== undefined) {
    throw refuse(expected, 'invalid', { reason: reason ?? 'directory' });
  }
  if (entry.uncompressedSize > expected.maxBytes) {
    throw refuse(expected, 'too-large', { limit: expected.maxBytes });
  }
  return entry;
}

async function onlyEntry(bytes: Uint8Array, expected: ExpectedArchive): Promise<Entry> {
  const entries: Entry[] = [];
  try {
    // One after another: a directory may claim thousands.
    for await (const entry of new ZipReader(new Uint8ArrayReader(bytes), OPTIONS).getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > 1) break;
    }
  } catch (cause) {
    throw refuse(expected, 'invalid', { reason: messageOf(cause) }, cause);
  }
  const [entry] = entries;
  if (entry !== undefined && entries.length === 1) return entry;
  throw refuse(expected, 'invalid', { reason: entry === undefined ? 'no entry' : 'several entries' });
}

function oddityOf(entry: Entry, expected: ExpectedArchive): string | undefined {
  const { extraFieldAES: aes } = entry;
  if (entry.filename !== expected.entry) return 'name of the entry';
  if (!entry.encrypted || aes === undefined) return 'not encrypted with AES';
  if (aes.strength !== AES_256 || aes.vendorVersion !== AE_2) return 'not AE-2 with AES-256';
  return METHODS.includes(entry.compressionMethod) ? undefined : 'compression method';
}

const faultOf = (cause: unknown): 'locked' | 'damaged' =>
  messageOf(cause) === 'Invalid password' ? 'locked' : 'damaged';

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : '');

/** One code a subject and fault: the compiler knows that of every pair, not of a pair that is put together. */
const refuse = <Fault extends ArchiveFault>(
  { subject, name }: ExpectedArchive,
  fault: Fault,
  args: Omit<ArchiveFaultArguments[Fault], 'name'>,
  cause?: unknown,
): LicenseError =>
  new LicenseError(
    ...([`${subject}-${fault}`, { name, ...args }, { cause }] as unknown as Raised<LicenseErrorArguments>),
  );
