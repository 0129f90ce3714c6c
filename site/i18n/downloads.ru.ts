import type { DownloadsTexts } from './downloads-texts.ts';
import { counted } from './plural.ts';

export const DOWNLOADS_RU: DownloadsTexts = {
  title: 'Скачивания',
  total: (count, spelled) =>
    counted('ru', count, {
      one: 'скачивание',
      few: 'скачивания',
      many: 'скачиваний',
      other: 'скачивания',
    }).replace(String(count), spelled),
  description: (sum, from, to) => `По дням с ${from} по ${to}: всего ${sum}`,
  most: (day, count) => `больше всего — ${count}, ${day}`,
  lead: 'Считаются целые файлы, без поисковых роботов; кто скачивал, не хранится.',
};
