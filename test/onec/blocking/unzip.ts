import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, type Entry } from '@zip.js/zip.js';
import type { UnzipOrder, UnzippedEntry, UnzipReply } from './protocol.ts';

async function contentOf(entry: Entry, password: string | undefined): Promise<Uint8Array | undefined> {
  if (entry.directory) return new Uint8Array(0);
  try {
    const options = {
      useWebWorkers: false,
      checkSignature: true,
      ...(password !== undefined && { password }),
    };
    return await entry.getData(new Uint8ArrayWriter(), options);
  } catch {
    return undefined;
  }
}

/** Files of an archive in its order; AES and plain ones. */
export async function unzip({ archive, password }: UnzipOrder): Promise<UnzipReply> {
  const reader = new ZipReader(new Uint8ArrayReader(archive), { useWebWorkers: false });
  try {
    const entries: UnzippedEntry[] = [];
    for (const entry of await reader.getEntries()) {
      const { filename: name, directory, encrypted } = entry;
      entries.push({ name, directory, encrypted, content: await contentOf(entry, password) });
    }
    return { kind: 'entries', entries };
  } catch {
    return { kind: 'notArchive' };
  } finally {
    await reader.close();
  }
}
