import { LicenseError } from './error.ts';
import { isMonth, monthsBetween, type Month } from './month.ts';
import { sha256Of } from './sha256.ts';

/** A product's key of one month: 32 bytes. Gives the keys of all earlier months and of no later one. */
export interface MonthKey {
  readonly month: Month;
  readonly key: Uint8Array;
}

/**
 * The key of a month from the key of the same or a later one: one SHA-256 a month back (`formats.md`, section 7).
 * Throws `license-month-closed` for a later month, whose key nobody can compute.
 */
export async function monthKey(from: MonthKey, month: Month): Promise<Uint8Array> {
  const steps = monthsBetween(month, from.month);
  if (!isMonth(month) || !(steps >= 0))
    throw new LicenseError('license-month-closed', { month, until: from.month });
  let { key } = from;
  for (let step = 0; step < steps; step++) key = await sha256Of('vypusk/month-key/v1\n', key);
  return key;
}
