import type { DownloadsTexts } from './downloads-texts.ts';
import { counted } from './plural.ts';

export const DOWNLOADS_EN: DownloadsTexts = {
  title: 'Downloads',
  total: (count, spelled) =>
    counted('en', count, { one: 'download', other: 'downloads' }).replace(String(count), spelled),
  description: (sum, from, to) => `By day from ${from} to ${to}: ${sum} in all`,
  most: (day, count) => `most of them, ${count}, on ${day}`,
  lead: 'Whole files are counted, without search engines; who downloaded is not kept.',
};
