import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';

/** Password of the archives here. */
export const PASSWORD = '00ff'.repeat(16);

/** One entry of a test archive. */
export interface TestEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options?: ZipWriterAddDataOptions;
}

/** AES-256 as records have it. */
export const AES_256: ZipWriterAddDataOptions = { password: PASSWORD, encryptionStrength: 3 };

/** An archive made by a library that is not ours. */
export async function archiveOf(...entries: readonly TestEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const { name, bytes, options = AES_256 } of entries) {
    await writer.add(name, new Uint8ArrayReader(bytes), options);
  }
  return new Uint8Array(await writer.close());
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;

/** The archive with another unpacked size of its first entry declared, in both headers. */
export function declaring(archive: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const lying = new Uint8Array(archive);
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 4; at++) {
    const signature = view.getUint32(at, true);
    if (signature === LOCAL) view.setUint32(at + 22, length, true);
    if (signature === CENTRAL) view.setUint32(at + 24, length, true);
  }
  return lying;
}

/** The archive with one byte changed. */
export function flipped(archive: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(archive);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
