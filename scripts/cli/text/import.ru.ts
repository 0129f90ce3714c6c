/** Что говорит `import`, по-русски; английский той же формы. */
export const IMPORT_RU = {
  help: {
    summary: 'перенести то, что опубликовано в другом месте (папку файлов добавляет add)',
    releases: 'файлы .cfe из выпусков на GitHub: описание становится примечаниями, prerelease — каналом beta',
    repository: 'репозиторий на GitHub, владелец/имя (нужен GITHUB_TOKEN)',
    miko: 'файлы из списка модулей в виде ответа МИКО (name, version, changelog, files…)',
    list: 'файл JSON или его адрес',
  },
  downloading: 'Скачиваю',
  tooMany: (left: number) => `слишком много файлов: ещё ${left} не взято`,
  notTaken: (file: string, reason: string) => `${file}: не взят: ${reason}`,
  tooLarge: (bytes: number) => `слишком большой, ${bytes} байт`,
  otherLength: (said: number, is: number) => `обещано ${said} байт, пришло ${is}`,
  otherDigest: (kind: string) => `${kind} не совпал с обещанным`,
  badModule: (index: number) => `модуль ${index} в списке: нет имени или файлов`,
  sold: (name: string) =>
    `${name}: там он продаётся (lic_product_id). Чтобы не опубликовать его бесплатно, назовите продукт: --product`,
  badList: (list: string) => `${list}: это не список модулей`,
  doubled: (file: string, version: string) =>
    `${file}: версию ${version} уже занял другой файл с тем же именем; этот не взят`,
  known: (count: number) => `Уже есть: ${count}\n`,
  nothing: 'Файлов .cfe не найдено.\n',
};

/** The same texts in another language. */
export type ImportText = typeof IMPORT_RU;
