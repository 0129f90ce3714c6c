/** What `submit` says, and what it writes into a pull request, in Russian; English has the same shape. */
export const SUBMIT_RU = {
  help: {
    summary: 'добавить файлы и открыть запрос на слияние в репозиторий выпусков (нужен GITHUB_TOKEN)',
    files: 'файлы .cfe или папки с ними',
    checkout: 'рабочая копия репозитория выпусков; её файлы остаются как были (по умолчанию: текущая папка)',
    repository: 'репозиторий выпусков, владелец/имя (по умолчанию: GITHUB_REPOSITORY)',
    fork: 'куда отправить ветку, владелец/имя, если в сам репозиторий писать нельзя',
    base: 'ветка, в которую идёт запрос',
    inputs: 'взять файлы и параметры из переменных INPUT_*, как их передаёт действие GitHub',
    dryRun: 'показать ветку, файлы и текст запроса, ничего не отправлять',
  },
  noFiles: 'не назван ни один файл .cfe',
  badRepository: (name: string) => `«${name}» — не репозиторий: нужно владелец/имя (--repository)`,
  noBase: (branch: string) => `в репозитории выпусков нет ветки ${branch}`,
  published: (file: string) =>
    `${file} уже опубликован с другим содержимым. Опубликованный файл не меняют: дайте файлу новую версию.`,
  foreign: (branch: string, file: string) =>
    `в ветке ${branch} лежит ${file}, а этой отправке он не принадлежит. Выясните, кто его туда положил, удалите ветку и повторите.`,
  gitFailed: (command: string, reason: string) => `git ${command} не удался: ${reason}`,
  gitCure: 'Проверьте права токена (contents: write) и не запущена ли вторая отправка, затем повторите',
  outcome: {
    created: (url: string) => `Запрос на слияние открыт: ${url}\n`,
    updated: (url: string) => `Запрос на слияние обновлён: ${url}\n`,
    unchanged: (url: string) => `Всё уже отправлено, нового нет: ${url}\n`,
    merged: (url: string) => `Уже принято: ${url}\n`,
    closed: (url: string) =>
      `Запрос закрыли без слияния: ${url}. Тот же файл второй раз не отправляется; измените его или откройте запрос снова.\n`,
  },
  inRepository: 'репозиторий выпусков',
  wouldSubmit: (branch: string) => `Ветка ${branch}. Ничего не отправлено (--dry-run).\n`,
  title: (name: string, versions: string) => `Выпуск: ${name} ${versions}`,
  titleMany: (count: number) => `Выпуски: ${count}`,
  opening:
    'Составлено командой `vypusk submit`. Отчёт о том, кому что достанется, появится отдельным отзывом.',
  added: 'Что добавляется',
  columns: ['Расширение', 'Версия', 'Канал', 'Дата', 'Файл', 'Байт', 'Для чего'],
  says: 'Что говорит файл',
  facts: {
    name: 'имя',
    sha256: 'SHA-256',
    vendor: 'разработчик',
    purpose: 'назначение',
    mode: 'режим совместимости',
    interceptions: 'перехватывает методов',
    http: 'HTTP-сервисы',
    roles: 'роли для всех',
    dataStructure: 'меняет структуру данных',
  },
  yes: 'да',
  no: 'нет',
  more: (count: number) => `И ещё выпусков: ${count}.`,
  checklist: 'Проверьте перед слиянием',
  checks: [
    'Описание изменений написано для того, кто устанавливает (`notes.ru.md`, `notes.en.md`)',
    'Диапазоны версий конфигураций верны, проверенные версии указаны (`tested`)',
    'Расширение установлено и проверено на копии базы',
    'Безопасный режим и монопольный режим указаны верно (`install`)',
  ],
  notesMissing: (file: string) => `Допишите ${file}`,
};

/** The same texts in another language. */
export type SubmitText = typeof SUBMIT_RU;
