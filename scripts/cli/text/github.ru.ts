/** What the commands for pull requests say, in Russian; English has the same shape. */
export const GITHUB_RU = {
  report: {
    summary: 'рассказать, что изменит запрос на слияние: кому что достанется, что приносят файлы',
    since: 'ревизия git, которая опубликована',
    out: 'файл для отчёта в Markdown (по умолчанию: вывести)',
  },
  github: {
    summary: 'то, что сценарии (workflow) делают на GitHub (нужны GITHUB_TOKEN и GITHUB_REPOSITORY)',
    comment: 'опубликовать отчёт отзывом к запросу на слияние или обновить прежний отзыв',
    watch: 'проверить живое хранилище глазами клиента; если что-то не так — завести или обновить задачу',
    merge: 'слить запрос владельца расширения, если в нём только новые выпуски и все проверки зелёные',
    require: 'проверка, которая обязана быть зелёной; можно повторить',
    publish: 'сценарий (workflow), который запустить после слияния',
    base: 'ветка, в которую сливают',
    report: 'файл отчёта: данные из чужого запроса, а не наш текст',
  },
  verifyUrl: 'адрес хранилища (по умолчанию: из publisher.yaml)',
  generations: {
    summary: 'помнить опубликованное в отдельной ветке git',
    take: 'взять опубликованное из ветки в папку',
    keep: 'положить опубликованное из папки в ветку новым коммитом',
    branch: 'ветка',
    remote: 'удалённый репозиторий',
    dir: 'папка с опубликованным',
  },
  made: (url: string, commit: string) =>
    `_Отчёт составлен [проверкой](${url}) коммита ${commit}. Его составил код из самого запроса, поэтому ссылок и упоминаний в нём нет._`,
  cut: '_Отчёт не поместился целиком._',
  noPullRequest: 'Открытого запроса на слияние с этим коммитом уже нет: писать некуда.\n',
  commented: { created: 'Отзыв опубликован.\n', updated: 'Отзыв обновлён.\n' },
  mergeDone: (number: number) => `Запрос ${number} слит.\n`,
  mergeWaits: (number: number) => `Запрос ${number} ждёт человека:\n`,
  mergeNotNow: (number: number) =>
    `Запрос ${number} ждёт человека: GitHub не стал его сливать (ветка ушла вперёд, есть конфликт или правила требуют большего).\n`,
  watchTitle: 'Опубликованное не проходит проверку',
  watchBody: (url: string) =>
    `Так ${url} видит клиент. Пока это не исправлено, базы не получат обновлений; установленное работает.`,
  watched: {
    created: 'Заведена задача.\n',
    updated: 'Задача обновлена.\n',
    closed: 'Задача закрыта.\n',
    nothing: 'Всё в порядке.\n',
  },
  generationTaken: (dir: string, commit: string) => `${dir}: ${commit}\n`,
  noGeneration: (branch: string) => `Ветки ${branch} ещё нет: это первая публикация.\n`,
  generationKept: (branch: string, commit: string) => `${branch}: ${commit}\n`,
};

/** The same texts in another language. */
export type GithubText = typeof GITHUB_RU;
