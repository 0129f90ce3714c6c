import { toHex } from '../verify/hex.ts';
import { sha256Of } from './sha256.ts';

/** Where the record of a licence lies, and what opens it. */
export interface RecordAccess {
  /** 40 hexadecimal digits. Says nothing about the key; may be shown and logged. */
  readonly locator: string;
  /** Path below the repository's address. */
  readonly path: string;
  /** Password of the archive: as secret as the key. */
  readonly password: string;
}

/** What follows from a licence key in its canonical spelling (`formats.md`, section 5). */
export async function recordAccess(canonicalKey: string): Promise<RecordAccess> {
  const key = await sha256Of('vypusk/license-key/v1\n', canonicalKey);
  const locator = toHex(await sha256Of('vypusk/license-locator/v1\n', key)).slice(0, 40);
  const password = toHex(await sha256Of('vypusk/license-password/v1\n', key));
  return { locator, path: recordPath(locator), password };
}

/** Path of a record, below the repository's address and below the release tree alike. */
export const recordPath = (locator: string): string => `licenses/${locator.slice(0, 2)}/${locator}.zip`;
