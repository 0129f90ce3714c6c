import type { ExtensionDownloads } from '../../scripts/model/statistics.ts';
import type { Locale } from '../../scripts/model/text.ts';
import type { DownloadsTexts } from '../i18n/downloads-texts.ts';
import { DOWNLOADS_EN } from '../i18n/downloads.en.ts';
import { DOWNLOADS_RU } from '../i18n/downloads.ru.ts';
import { dateText } from './date-text.ts';

/** One day of the chart. */
export interface DownloadBar {
  /** What a pointer that rests on it shows. */
  readonly label: string;
  /** Share of the best day, 0 to 1. */
  readonly share: number;
}

/** The number and the chart of an extension. */
export interface DownloadsView {
  readonly title: string;
  readonly total: string;
  readonly lead: string;
  /** Oldest first; empty where nothing was counted day by day. */
  readonly bars: readonly DownloadBar[];
  /** The chart in words: it says all that the picture shows. */
  readonly description: string;
}

/** Days of the chart. */
const DAYS = 30;

const DAY_MS = 86_400_000;

const TEXTS: Readonly<Record<Locale, DownloadsTexts>> = { ru: DOWNLOADS_RU, en: DOWNLOADS_EN };

const NUMBERS: Readonly<Record<Locale, Intl.NumberFormat>> = {
  ru: new Intl.NumberFormat('ru'),
  en: new Intl.NumberFormat('en'),
};

/**
 * Downloads for a reader; `undefined` where there were none. The chart ends on the last day with a download, so that a
 * page changes only when its own extension was downloaded.
 */
export function downloadsView(
  downloads: ExtensionDownloads | undefined,
  locale: Locale,
): DownloadsView | undefined {
  if (downloads === undefined || downloads.total === 0) return undefined;
  const texts = TEXTS[locale];
  const spell = (count: number): string => NUMBERS[locale].format(count);
  const days = lastDays(downloads);
  const most = days.toSorted((a, b) => b.count - a.count)[0];
  const [first, last] = [days[0], days.at(-1)];
  const sum = spell(days.reduce((all, { count }) => all + count, 0));
  return {
    title: texts.title,
    total: texts.total(downloads.total, spell(downloads.total)),
    lead: texts.lead,
    bars: days.map(({ date, count }) => ({
      label: `${dateText(date, locale)}: ${spell(count)}`,
      share: count / Math.max(most?.count ?? 1, 1),
    })),
    description:
      first === undefined || last === undefined || most === undefined
        ? ''
        : `${texts.description(sum, dateText(first.date, locale), dateText(last.date, locale))}; ${texts.most(dateText(most.date, locale), spell(most.count))}`,
  };
}

interface Day {
  readonly date: string;
  readonly count: number;
}

function lastDays({ days }: ExtensionDownloads): readonly Day[] {
  const last = days.at(-1);
  if (last === undefined) return [];
  const counts = new Map(days.map(({ date, downloads }) => [date, downloads]));
  const end = Date.parse(`${last.date}T00:00:00Z`);
  return Array.from({ length: DAYS }, (_, at) => {
    const date = new Date(end - (DAYS - 1 - at) * DAY_MS).toISOString().slice(0, 10);
    return { date, count: counts.get(date) ?? 0 };
  });
}
