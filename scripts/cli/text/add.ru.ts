/** What `add` says and asks, in Russian. */
export const ADD_RU = {
  notExtension: (file: string, type: string) => `${file}: это не расширение, а ${type}`,
  versionUnusable: (file: string, version: string) =>
    `${file}: версия расширения «${version}» не годится для выпуска. Задайте в конфигураторе от одной до четырёх чисел ` +
    'через точку, например 1.4.2.7, и сохраните файл заново.',
  nothingWritten: 'Ничего не записано.\n',
  noTree: (folder: string) => `в ${folder} не читаются publisher.yaml и configurations.yaml`,
  manyNames: (names: string) => `--extension задан один, а расширений несколько: ${names}`,
  askId: (name: string) => `Код нового расширения ${name} (a-z, 0-9, -)`,
  idNeeded: (name: string, proposal: string) =>
    `расширение ${name} новое: задайте его код, например --extension ${proposal}`,
  badId: (id: string) => `«${id}» — не код расширения: от 2 до 64 знаков a-z, 0-9 и -`,
  otherId: (name: string, id: string) => `у расширения ${name} уже есть код ${id}`,
  askConfigurations: (file: string) => `Для чего сделан ${file}? Имя=диапазон версий, через «;»`,
  configurationsNeeded: (file: string) =>
    `для какой конфигурации сделан ${file}? Например: --configuration "БухгалтерияПредприятия=>=3.0.140 <3.1"`,
  askTitle: 'Название расширения',
  askSummary: (title: string) => `${title}: одно предложение для каталога`,
  summaryNeeded: 'новому расширению нужно одно предложение для каталога: --summary "…"',
  badImportance: (importance: string) =>
    `--importance: «${importance}» — нужно normal, recommended или critical`,
  askNotes: (version: string) => `Что нового в ${version} (Enter — написать потом в notes.ru.md)`,
  askNotesEn: (version: string) => `То же по-английски (Enter — написать потом в notes.en.md), ${version}`,
  known: (file: string) => `${file}: уже добавлен\n`,
  wouldWrite: 'Ничего не записано (--dry-run).\n',
  next: 'Дальше: vypusk check\n',
};

/** The same sentences in another language. */
export type AddText = typeof ADD_RU;
