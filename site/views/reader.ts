import type { LocalizedText, Locale } from '../../scripts/model/text.ts';
import { inLocale } from '../../scripts/model/text.ts';
import { textsFor } from '../i18n/texts-for.ts';
import type { Texts } from '../i18n/texts.ts';
import { siteAddress, type SiteAddress } from './address.ts';

/** For whom a page is drawn: the language with its texts, and where links lead. */
export interface Reader {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly address: SiteAddress;
  /** A vendor's text in the reader's language. */
  readonly say: (text: LocalizedText) => string;
}

/** A reader of the site that lies below `base`. */
export const readerOf = (locale: Locale, base: string): Reader => ({
  locale,
  texts: textsFor(locale),
  address: siteAddress(base),
  say: (text) => inLocale(text, locale),
});
