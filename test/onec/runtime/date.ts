import { BslDate } from './value.ts';

/** Parts of a date as the calendar of 1C (proleptic Gregorian) counts them; month and day from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Seconds of a day. */
export const DAY_SECONDS = 86_400;

/** Unix time of 0001-01-01, the empty date. */
const EMPTY_DATE_MS = new Date(0).setUTCFullYear(1, 0, 1);

/** Year 1 to 3999: beyond it the platform refuses the literal. */
const LAST_YEAR = 3999;

/** The date of its parts, or `undefined` when there is no such day. */
export function dateOf(parts: DateParts): BslDate | undefined {
  if (parts.year < 1 || parts.year > LAST_YEAR) return undefined;
  const moment = new Date(0);
  moment.setUTCFullYear(parts.year, parts.month - 1, parts.day);
  moment.setUTCHours(parts.hour, parts.minute, parts.second, 0);
  const date = new BslDate(Math.round((moment.getTime() - EMPTY_DATE_MS) / 1000));
  const back = partsOf(date);
  const isSame = back.month === parts.month && back.day === parts.day && back.hour === parts.hour;
  return isSame && back.minute === parts.minute && back.second === parts.second ? date : undefined;
}

/** Parts of a date. */
export function partsOf(date: BslDate): DateParts {
  const moment = new Date(EMPTY_DATE_MS + date.seconds * 1000);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
  };
}

/** A universal moment as a date without a zone. */
export const dateOfMoment = (moment: Date): BslDate =>
  new BslDate(Math.floor((moment.getTime() - EMPTY_DATE_MS) / 1000));

/** The universal moment a date names when it is read as UTC. */
export const momentOf = (date: BslDate): Date => new Date(EMPTY_DATE_MS + date.seconds * 1000);

/** The date a literal or a text of 8 or 14 digits spells; other marks between the digits are ignored. */
export function parseDate(text: string): BslDate | undefined {
  const digits = text.replace(/[^0-9]/g, '');
  if (![8, 12, 14].includes(digits.length)) return undefined;
  if (/^0+$/.test(digits)) return new BslDate(0);
  const part = (from: number, length: number): number =>
    Number(digits.slice(from, from + length).padEnd(1, '0'));
  return dateOf({
    year: part(0, 4),
    month: part(4, 2),
    day: part(6, 2),
    hour: part(8, 2),
    minute: part(10, 2),
    second: part(12, 2),
  });
}
