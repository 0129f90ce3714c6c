import { settings } from 'virtual:vypusk/settings';
import { readerOf, type Reader } from '../../views/reader.ts';

/** The reader of a page by Starlight's name of its language; Russian, the root, has none. */
export const readerOfRoute = (locale: string | undefined): Reader =>
  readerOf(locale === 'en' ? 'en' : 'ru', settings.base);
