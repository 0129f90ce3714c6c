/** Milliseconds from 0001-01-01 to 1970-01-01. */
const EPOCH_MS = 62_135_596_800_000;

/** Units of 100 microseconds from year 1 to the end of year 9999. */
const LAST_UNIT = (EPOCH_MS + Date.UTC(10_000, 0, 1)) * 10;

/**
 * Time of an entry, stored in units of 100 microseconds since 0001-01-01, as ISO text without zone: it is the wall
 * clock of whoever wrote the file. `undefined` beyond year 9999.
 */
export function entryTimeText(units: number): string | undefined {
  if (units >= LAST_UNIT) return undefined;
  const seconds = Math.floor(units / 10_000);
  const fraction = units - seconds * 10_000;
  const text = new Date(seconds * 1000 - EPOCH_MS).toISOString().slice(0, 19);
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(4, '0')}00`;
}

/** Units of 100 microseconds since 0001-01-01 of a moment given in milliseconds since 1970. */
export const entryTimeUnits = (milliseconds: number): number => (milliseconds + EPOCH_MS) * 10;
