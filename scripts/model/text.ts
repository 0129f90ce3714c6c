/** Languages in which the product speaks: Russian first, English complete. */
export type Locale = 'ru' | 'en';

/** Both languages, in the order in which they are shown when a reader's own is unknown. */
export const LOCALES: readonly Locale[] = ['ru', 'en'];

/** A text written by people. Russian is required; English falls back to it. */
export interface LocalizedText {
  readonly ru: string;
  readonly en?: string;
}

/** The text in the reader's language, or in Russian when nobody translated it. */
export const inLocale = (text: LocalizedText, locale: Locale): string =>
  locale === 'en' ? (text.en ?? text.ru) : text.ru;
