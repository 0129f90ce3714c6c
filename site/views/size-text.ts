import type { Locale } from '../../scripts/model/text.ts';

const UNITS: Readonly<Record<Locale, readonly string[]>> = {
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  en: ['B', 'KB', 'MB', 'GB'],
};

const NUMBERS: Readonly<Record<Locale, Intl.NumberFormat>> = {
  ru: new Intl.NumberFormat('ru', { maximumSignificantDigits: 3 }),
  en: new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }),
};

/** A size as the file manager of Windows shows it: powers of 1024, three digits. */
export function sizeText(bytes: number, locale: Locale): string {
  const units = UNITS[locale];
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return `${NUMBERS[locale].format(bytes / 1024 ** power)} ${units[power] ?? ''}`;
}

const BYTES: Readonly<Record<Locale, Intl.NumberFormat>> = {
  ru: new Intl.NumberFormat('ru', { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
  en: new Intl.NumberFormat('en', { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
};

/** A size to the byte, for comparing with what was downloaded: `286 542 байта`. */
export const exactSizeText = (bytes: number, locale: Locale): string => BYTES[locale].format(bytes);
