import type { LicensedProduct } from '../decide/license.ts';
import type { IsoDate } from '../model/release.ts';
import { makeLicenseKey } from '../license/license-key.ts';
import { recordAccess } from '../license/record-access.ts';
import type { LicenseEntry } from './license-entry.ts';

/** What a new licence is sold for, and to whom. */
export interface LicenseRequest {
  readonly licensee: string;
  readonly products: readonly LicensedProduct[];
  readonly note?: string;
}

/** What making a licence takes from outside. */
export interface IssueWorld {
  /** First part of the publisher's keys. */
  readonly prefix: string;
  readonly today: IsoDate;
  readonly random: (length: number) => Uint8Array;
}

/** Hexadecimal digits of the locator that name a licence: 64 bits, so that not even a million share one. */
const ID_DIGITS = 16;

/** A new licence under a new key. */
export async function issueLicense(
  { licensee, products, note }: LicenseRequest,
  { prefix, today, random }: IssueWorld,
): Promise<LicenseEntry> {
  const key = await makeLicenseKey(prefix, random);
  const { locator } = await recordAccess(key);
  return {
    key,
    id: locator.slice(0, ID_DIGITS),
    revision: 1,
    licensee,
    issued: today,
    status: 'active',
    products,
    ...(note !== undefined && { note }),
  };
}
