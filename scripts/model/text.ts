/** Languages in which the product speaks, in the order in which they are shown when a reader's own is unknown. */
export const LOCALES = ['ru', 'en'] as const;

/** One of `LOCALES`. */
export type Locale = (typeof LOCALES)[number];

/** Whether a text names a language in which the product speaks. */
export const isLocale = (text: string | undefined): text is Locale =>
  LOCALES.some((locale) => locale === text);

/** What was written in the reader's language; where nobody translated it, in the first that there is. */
export const writtenFor = <T>(written: ReadonlyMap<Locale, T>, locale: Locale): T | undefined =>
  [locale, ...LOCALES].map((language) => written.get(language)).find((text) => text !== undefined);

/** A text written by people. Russian is required; English falls back to it. */
export interface LocalizedText {
  readonly ru: string;
  readonly en?: string;
}

/** The text in the reader's language, or in Russian when nobody translated it. */
export const inLocale = (text: LocalizedText, locale: Locale): string => text[locale] ?? text.ru;
