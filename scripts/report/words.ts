import type { Locale } from '../model/text.ts';
import { WORDS_EN } from './words.en.ts';
import { WORDS_RU, type ReportWords } from './words.ru.ts';

/** The report's own words in both languages. */
export const REPORT_WORDS: Readonly<Record<Locale, ReportWords>> = { ru: WORDS_RU, en: WORDS_EN };
