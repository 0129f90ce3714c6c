import type { IsoDate } from '../../scripts/model/release.ts';
import type { Locale } from '../../scripts/model/text.ts';

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  ru: new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** A calendar day in words: `1 ноября 2026 г.`, `1 November 2026`. What is not a day comes back as it is. */
export function dateText(date: IsoDate, locale: Locale): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : FORMATS[locale].format(day);
}
