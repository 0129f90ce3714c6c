import type { Tally } from '../../statistics/download-counter.ts';

/** Строки журналов по тому, что с ними стало. */
export type CountedLines = Readonly<Tally> & { readonly unreadable: number };

/** Что говорит `statistics`, по-русски; английский той же формы. */
export const STATISTICS_RU = {
  help: {
    summary: 'посчитать скачивания без сервера; кто скачивал, не хранится',
    logs: 'посчитать скачивания по журналам доступа в releases/statistics.json (целые дни, каждый один раз)',
    files: 'журналы common, combined или S3, можно .gz; за один раз — все журналы закончившихся дней',
    source: 'имя журналов, если серверов несколько: у каждого свой счёт дней',
    prefix: 'путь публичного адреса в журнале (по умолчанию: из publisher.yaml)',
    now: 'момент, по который считать, ISO 8601 (по умолчанию: часы); начатый день не считается',
    github: 'прибавить то, на что выросли счётчики файлов в выпусках GitHub (нужен GITHUB_TOKEN)',
    repository: 'репозиторий на GitHub, владелец/имя',
  },
  unreadable: (file: string) => `${file} — не статистика Выпуска; уберите его или верните прежний`,
  tooMany: (limit: number) =>
    `в журналах больше ${limit} разных клиентов: считайте меньшими частями, по дням`,
  counted: (downloads: number, through: string | undefined) =>
    through === undefined ? 'Новых дней нет.\n' : `Скачиваний: ${downloads}, посчитано по ${through}.\n`,
  lines: ({ counted, before, unfinished, other, unreadable }: CountedLines) =>
    `Строк: скачивания ${counted}, уже посчитанные дни ${before}, незаконченный день ${unfinished}, прочее ${other}, непонятные ${unreadable}.\n`,
};

/** The same texts in another language. */
export type StatisticsText = typeof STATISTICS_RU;
