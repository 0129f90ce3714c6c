import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { AssembledProduct } from './assemble.ts';
import type { DumpFile } from './xml-slot.ts';

/** 1980-01-01 00:00, the earliest that a ZIP can say: no clock and no time zone gets into the bytes. */
const MS_DOS_EPOCH = (1 << 21) | (1 << 16);

/** Folder of the dump in the archive: what lies beside it would be in the way of `/LoadConfigFromFiles`. */
export const SOURCE_FOLDER = 'src';

/** Bytes of a file of a dump: UTF-8 with a byte order mark, as real dumps have it (platform-1c.md, section 7.2). */
export const dumpBytes = ({ text }: DumpFile): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\uFEFF${text}`);

/**
 * Sources of a product in one ZIP: what `1cv8 DESIGNER` builds it from, and a page on how. Entries are not compressed,
 * because compressors of different versions write different bytes; the same product gives the same bytes.
 */
export async function sourceArchive(
  { files }: AssembledProduct,
  readme: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    level: 0,
    keepOrder: true,
    extendedTimestamp: false,
    rawLastModDate: MS_DOS_EPOCH,
    useWebWorkers: false,
  });
  await zip.add('README.md', new Uint8ArrayReader(new TextEncoder().encode(readme)));
  for (const file of files) {
    await zip.add(`${SOURCE_FOLDER}/${file.path}`, new Uint8ArrayReader(dumpBytes(file)));
  }
  return zip.close();
}
