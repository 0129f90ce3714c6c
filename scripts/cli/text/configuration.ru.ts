import type { Verdict } from '../../compatibility/finding.ts';

/** Что записано об одной версии конфигурации. */
export interface AddedConfiguration {
  readonly name: string;
  readonly version: string;
  readonly objects: number;
  readonly methods: number;
  readonly file: string;
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  broken: 'сломается',
  look: 'посмотреть разработчику',
  unknown: 'неизвестно',
  ok: 'ничего не изменилось',
};

/** Что говорят `configuration` и `verdict`, по-русски; английский той же формы. */
export const CONFIGURATION_RU = {
  help: {
    summary: 'отпечатки версий конфигурации: имена и хеши, без её кода',
    add: 'прочитать выгрузку конфигурации и записать её отпечаток',
    source: 'папка с выгрузкой Конфигуратора в файлы или с проектом EDT; папка git, если указан --revision',
    revision: 'прочитать выгрузку из этой ревизии git, ничего не извлекая',
    name: 'имя конфигурации, как в манифестах выпусков',
    version: 'версия конфигурации (по умолчанию: из выгрузки)',
    fingerprints: 'папка отпечатков',
    list: 'показать, отпечатки каких версий есть',
    verdict: 'сказать, с какими версиями конфигурации расширение сломается и почему',
    file: 'расширение',
    baseline: 'версия конфигурации, с которой расширение проверено: с ней сравниваются тексты методов',
  },
  noFolder: (folder: string) => `нет папки ${folder}`,
  noDump: (folder: string) =>
    `в ${folder} нет выгрузки конфигурации: не найден Configuration.xml (Конфигуратор) или Configuration.mdo (EDT)`,
  noExtension: (file: string) => `${file} — не расширение конфигурации`,
  badName: (name: string) => `«${name}» — не имя конфигурации: в нём буквы, цифры и подчёркивания`,
  badVersion: (version: string) =>
    `«${version}» — не версия: укажите её в --version, например --version 3.0.175.20`,
  badFingerprint: (file: string) =>
    `${file} — не отпечаток или сделан по другим правилам: удалите его и запустите configuration add ещё раз`,
  noFingerprints: (name: string, folder: string) =>
    `в ${folder} нет отпечатков конфигурации ${name}: сделайте их командой configuration add`,
  noBaseline: (version: string, versions: readonly string[]) =>
    `версии ${version} нет среди отпечатков (${versions[0]} – ${versions.at(-1)}, всего ${versions.length}): добавьте её командой configuration add`,
  added: ({ name, version, objects, methods, file }: AddedConfiguration) =>
    `${name} ${version}: объектов ${objects}, методов ${methods} → ${file}\n`,
  listed: (name: string, count: number, range: string) => `${name}: версий ${count} (${range})\n`,
  verdicts: VERDICTS,
  promise:
    'Это прогноз для неизменённой конфигурации. Последнее слово за платформой: перед записью установщик вызывает проверку возможности применения.',
};

/** The same texts in another language. */
export type ConfigurationText = typeof CONFIGURATION_RU;
