import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { compareText } from '../model/problem.ts';

/** Files of a repository by their address below it, percent-encoded: `metadata/1.root.json`. */
export type BundleFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** 1980-01-01 00:00, the earliest that a ZIP can say: no clock and no time zone gets into the bytes. */
const MS_DOS_EPOCH = (1 << 21) | (1 << 16);

/**
 * One file that carries a repository into a closed network: an ordinary ZIP, not compressed, entries sorted by name
 * under the addresses that a client asks for. Nothing in it is signed as a whole, because everything in it is signed
 * by itself. The same files give the same bytes.
 */
export async function writeBundle(files: BundleFiles): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    level: 0,
    keepOrder: true,
    extendedTimestamp: false,
    rawLastModDate: MS_DOS_EPOCH,
    useWebWorkers: false,
  });
  for (const [path, bytes] of [...files].sort(([a], [b]) => compareText(a, b))) {
    await zip.add(path, new Uint8ArrayReader(bytes));
  }
  return zip.close();
}
