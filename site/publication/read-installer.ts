import { createHash } from 'node:crypto';
import { PROCESSOR_NAME } from '../../scripts/installer/assemble.ts';
import type { TreeFiles } from '../../scripts/source/index.ts';

/** Bytes of one file of the 1C side that are believed; the sources take a quarter of a megabyte. */
export const MAX_INSTALLER_BYTES = 64 * 1024 * 1024;

/** A file of the 1C side that `vypusk installer` made. */
export interface InstallerFile {
  /** As it is published, below `installer/`. */
  readonly name: string;
  /** The product in it: the installer, or the auto-update of an extension. */
  readonly product: 'installer' | 'update';
  /** What 1C opens as it is, or sources that a platform builds first. */
  readonly form: 'built' | 'sources';
  readonly version: string;
  /** Bytes. */
  readonly length: number;
  /** SHA-256, 64 hex digits. */
  readonly sha256: string;
}

/** `УстановщикРасширений-0.2.0.epf`, `РомашкаОбновление-0.2.0-src.zip`. */
const NAME = /^(?<product>[\p{L}\p{Nd}_]+)-(?<version>\d[\p{Nd}\p{L}.-]*?)(?<ending>-src\.zip|\.epf|\.cfe)$/u;

/** The files of the 1C side in a folder, sorted by name. What `vypusk installer` does not make is passed over. */
export async function readInstaller(files: TreeFiles): Promise<readonly InstallerFile[]> {
  const found: InstallerFile[] = [];
  for (const { name, kind } of await files.list('')) {
    const parts = NAME.exec(name.normalize('NFC'))?.groups;
    if (kind !== 'file' || parts === undefined) continue;
    const bytes = await files.read(name, MAX_INSTALLER_BYTES);
    found.push({
      name,
      product: parts['product'] === PROCESSOR_NAME ? 'installer' : 'update',
      form: parts['ending'] === '-src.zip' ? 'sources' : 'built',
      version: parts['version'] ?? '',
      length: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  }
  return found;
}
