import { isMonth, LAST_MONTH, monthOf } from '../license/month.ts';
import type { IsoDate } from '../model/release.ts';
import type { Terms } from './license-entry.ts';

/** Terms as people write them: exactly one of `until`, `perpetual` and `trial`. */
export interface WrittenTerms {
  /** Last month of updates, `YYYY-MM`; `perpetual` in a table. */
  readonly until?: string;
  readonly perpetual?: true;
  /** Days of a trial, from today on. */
  readonly trial?: string;
  /** Last day on which the licence opens anything, `YYYY-MM-DD`. */
  readonly validUntil?: string;
}

/** What is wrong with written terms. */
export type TermsFault =
  /** None or several of the three. */
  'terms-not-one' | 'month-wrong' | 'days-wrong' | 'day-wrong';

/** Longest trial: ten years, so that a slip of the finger does not give a product away for ever. */
const MAX_DAYS = 3650;

/** The terms, or what is wrong with them. */
export function readTerms(written: WrittenTerms, today: IsoDate): Terms | TermsFault {
  const { until, perpetual, trial, validUntil } = written;
  if ([until, perpetual, trial].filter((value) => value !== undefined).length !== 1) return 'terms-not-one';
  if (validUntil !== undefined && !isDay(validUntil)) return 'day-wrong';
  // A trial has a last day of its own: two of them would be a guess which one was meant.
  if (trial !== undefined) return validUntil === undefined ? readTrial(trial, today) : 'terms-not-one';
  const month = until === undefined || until === 'perpetual' ? LAST_MONTH : until;
  if (!isMonth(month)) return 'month-wrong';
  return { trial: false, updatesUntil: month, ...(validUntil !== undefined && { validUntil }) };
}

/** A trial ends with a day; its month key ends with the month of that day. */
function readTrial(days: string, today: IsoDate): Terms | TermsFault {
  if (!/^[1-9]\d{0,3}$/.test(days) || Number(days) > MAX_DAYS) return 'days-wrong';
  const last = daysAfter(today, Number(days));
  // Later months have no key.
  if (!isMonth(monthOf(last))) return 'days-wrong';
  return { trial: true, updatesUntil: monthOf(last), validUntil: last };
}

/** The day so many days after another. */
export const daysAfter = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

function isDay(text: string): boolean {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The last day on which terms give anything new; undefined when they never end. */
export function endOf({ updatesUntil, validUntil }: Terms): IsoDate | undefined {
  if (updatesUntil === LAST_MONTH) return validUntil;
  const [year = 0, month = 0] = updatesUntil.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return validUntil !== undefined && validUntil < lastOfMonth ? validUntil : lastOfMonth;
}
