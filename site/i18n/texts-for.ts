import type { Locale } from '../../scripts/model/text.ts';
import { EN } from './en.ts';
import { RU } from './ru.ts';
import type { Texts } from './texts.ts';

/** The texts of a language. */
export const textsFor = (locale: Locale): Texts => TEXTS[locale];

const TEXTS: Readonly<Record<Locale, Texts>> = { ru: RU, en: EN };
