import type { VersionOrigin } from '../../model/file-version.ts';

/** What a file says of its version, and what was made of it. */
export interface ToldVersion {
  readonly told: string;
  readonly version: string;
  readonly because: VersionOrigin;
}

const VERSION_ORIGINS: Readonly<Record<VersionOrigin, string>> = {
  spelling: 'так она пишется',
  date: 'день по порядку: год, месяц, число',
  within: 'числа из неё',
  'entry-time': 'день сохранения файла',
};

/** What `add` says and asks, in Russian. */
export const ADD_RU = {
  notExtension: (file: string, type: string) => `${file}: это не расширение, а ${type}`,
  versionUnusable: (file: string, version: string) =>
    `${file}: по версии расширения «${version}» не понять, какой это выпуск. Назовите версию: --version 1.4.2.7, или ` +
    'возьмите день сохранения файла: --version-from date.',
  badVersionFrom: (source: string) => `--version-from: «${source}» — нужно date`,
  askVersion: (file: string, version: string) => `${file}: в файле версия «${version}». Версия выпуска`,
  versionProposed: (file: string, { told, version, because }: ToldVersion) =>
    `${file}: версия ${version} (${VERSION_ORIGINS[because]}${told === '' ? '' : `, в файле «${told}»`})\n`,
  nothingWritten: 'Ничего не записано.\n',
  notAdded: (count: number) => `Не добавлено файлов: ${count}.\n`,
  publishedAlready: (file: string, version: string) =>
    `выпуск ${version} уже опубликован с другим файлом ${file}: опубликованное не меняют. Выпустите следующую версию: ` +
    'увеличьте её в свойствах расширения или задайте --version',
  manyConfigurations: (files: string) =>
    `конфигураций несколько, и файлов несколько (${files}): назовите файл перед именем — --configuration "ФАЙЛ:Имя=диапазон"`,
  versionTaken: (file: string, version: string) =>
    `${file}: в версии ${version} уже есть файл для той же конфигурации; назовите другую версию: --version 1.4.2.8`,
  urlOfSold:
    'платный файл шифруется здесь, поэтому его адрес появится только после публикации: добавьте его без --url',
  urlNeedsFile: 'файлов несколько: назовите файл перед адресом — --url ФАЙЛ=https://…',
  noNotes: (version: string) => `Версия ${version}. Описания изменений разработчик не оставил.`,
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
