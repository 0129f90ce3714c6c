import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A licence key with the place of its record and the password. */
export interface KeyVector {
  readonly key: string;
  readonly path: string;
  readonly password: string;
}

/** A product's secret (its key of `top`) and its key of an earlier month, in hex. */
export interface MonthVector {
  readonly top: string;
  readonly secret: string;
  readonly month: string;
  readonly key: string;
}

/** A content key sealed for one month key and one archive; binary values in hex, `sealed` in base64. */
export interface SealVector {
  readonly monthKey: string;
  readonly zipSha256: string;
  readonly contentKey: string;
  readonly sealed: string;
}

/** Tables of `licensing.json`, ours and the one that lies beside the checkout. */
export interface LicensingVectors {
  readonly licenseKeys: readonly KeyVector[];
  readonly monthKeys: readonly MonthVector[];
  readonly seals: readonly SealVector[];
}

const SHARED = path.resolve(import.meta.dirname, '../../../shared/vectors/licensing.json');

/** Whether the vectors of the other implementations lie beside the checkout; they are read there and never copied. */
export const haveSharedVectors = existsSync(SHARED);

/** The vectors of the other implementations; empty tables where they are not there. */
export const sharedVectors: LicensingVectors = haveSharedVectors
  ? (JSON.parse(readFileSync(SHARED, 'utf8')) as LicensingVectors)
  : { licenseKeys: [], monthKeys: [], seals: [] };
