import type { Stage } from '../../destination/stage.ts';

/** Что говорит `publish`. */
export interface PublishText {
  readonly summary: string;
  readonly folder: string;
  readonly to: string;
  readonly dryRun: string;
  readonly now: string;
  readonly nowhere: string;
  readonly nested: string;
  readonly reading: string;
  readonly comparing: string;
  readonly publishing: string;
  /** Заголовки плана в порядке публикации. */
  readonly stages: Readonly<Record<Stage, string>>;
  readonly deleted: string;
  readonly staying: string;
  readonly until: { readonly day: (day: string) => string; readonly newest: string; readonly byHand: string };
  readonly planned: (plan: {
    readonly uploads: number;
    readonly deletions: number;
    readonly unchanged: number;
    readonly bytes: number;
  }) => string;
  readonly published: (done: {
    readonly uploaded: number;
    readonly deleted: number;
    readonly unchanged: number;
    readonly bytes: number;
  }) => string;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace('.', ',');

/** По-русски. */
export const PUBLISH_RU: PublishText = {
  summary: 'выложить собранное туда, откуда его берут: в папку веб-сервера или в бакет S3',
  folder: 'собранная папка',
  to: 'куда: папка или s3://бакет/префикс?endpoint=https://…&region=… (по умолчанию: переменная VYPUSK_DESTINATION; ключ — в AWS_ACCESS_KEY_ID и AWS_SECRET_ACCESS_KEY)',
  dryRun: 'показать план и ничего не менять',
  now: 'момент, от которого считается срок хранения, ISO 8601 (по умолчанию: часы)',
  nowhere: 'скажите, куда публиковать: --to или переменная VYPUSK_DESTINATION',
  nested: '--to не может лежать внутри собранной папки или содержать её',
  reading: 'Чтение',
  comparing: 'Сравнение',
  publishing: 'Публикация',
  stages: {
    files: 'Файлы выпусков',
    documents: 'Документы',
    snapshot: 'Снимок: первым из метаданных, им занимается номер публикации',
    metadata: 'Метаданные',
    roots: 'Корни',
    timestamp: 'Метка времени: с этого мига публикацию видят клиенты',
    records: 'Лицензии и соглашения',
    site: 'Сайт: всё, кроме страниц',
    pages: 'Страницы',
  },
  deleted: 'Удаляется в конце',
  staying: 'Пока остаётся, хотя в папке этого уже нет',
  until: {
    day: (day) => `не раньше ${day}`,
    newest: 'пока это одна из последних публикаций',
    byHand: 'файлы выпусков удаляют вручную',
  },
  planned: ({ uploads, deletions, unchanged, bytes }) =>
    `План: записать ${uploads} (${megabytes(bytes)} МБ), удалить ${deletions}, уже на месте ${unchanged}. Ничего не изменено.\n`,
  published: ({ uploaded, deleted, unchanged, bytes }) =>
    `Опубликовано: записано ${uploaded} (${megabytes(bytes)} МБ), удалено ${deleted}, уже было на месте ${unchanged}.\n`,
};
