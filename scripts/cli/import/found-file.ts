import type { ToldOfFile } from '../add/offered-file.ts';

/** A `.cfe` that lies somewhere else, and what is said of it there. Nothing of that is believed before it is checked. */
export interface FoundFile {
  /** Name that it will have here: `fileName` made it. */
  readonly name: string;
  readonly url: URL;
  /** How it is called in messages. */
  readonly shown: string;
  /** Bytes, where that is said. */
  readonly length?: number;
  readonly digest?: { readonly kind: 'sha256' | 'md5'; readonly hex: string };
  readonly told: ToldOfFile;
}

/** Files found elsewhere, and the sentences about those that cannot be taken. */
export interface FoundFiles {
  readonly found: readonly FoundFile[];
  readonly refused: readonly string[];
}

/** Files that are taken at once. */
export const MAX_FOUND = 2_000;

/** A name from elsewhere as one that every file system and address can carry; `undefined` where it is no `.cfe`. */
export function fileName(name: string): string | undefined {
  const safe = name
    .slice(0, 300)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{Nd}._ +()-]/gu, '-')
    .replace(/\.cfe$/i, '')
    .replace(/^[^\p{L}\p{Nd}_]+/u, '')
    // Devices of Windows, with whatever extension («Naming Files, Paths, and Namespaces»).
    .replace(/^(?:con|prn|aux|nul|com\d|lpt\d)(?=[. ]|$)/i, '_$&')
    .slice(0, 100);
  return /\.cfe$/i.test(name) && safe !== '' ? `${safe}.cfe` : undefined;
}
