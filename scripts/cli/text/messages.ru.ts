/** What commands say, in Russian; English has the same shape. Names and values in them are escaped by whoever calls. */
export const MESSAGES_RU = {
  wrongUse: (what: string) => `Так не получится: ${what}`,
  reading: 'Читаю файлы',
  copying: 'Раскладываю файлы',
  buildingSite: 'Собираю страницы',
  /** Сообщения разбора командной строки (commander 15), по-русски: образец и перевод. */
  commander: [
    [/^error: unknown command '(.*)'/, 'ошибка: команды «$1» нет'],
    [/^error: unknown option '(.*)'/, 'ошибка: параметра «$1» нет'],
    [/^error: missing required argument '(.*)'/, 'ошибка: не назван аргумент «$1»'],
    [/^error: required option '(.*)' not specified/, 'ошибка: не указан обязательный параметр «$1»'],
    [/^error: option '(.*)' argument missing/, 'ошибка: у параметра «$1» нет значения'],
    [
      /^error: option '(.*)' argument '(.*)' is invalid\.?/,
      'ошибка: значение «$2» параметра «$1» не подходит.',
    ],
    [
      /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+).*/,
      'ошибка: лишние аргументы: нужно $2, а названо $3',
    ],
    [/\(Did you mean one of (.*)\?\)/, '(возможно, одно из: $1)'],
    [/\(Did you mean (.*)\?\)/, '(возможно, $1)'],
  ] as readonly (readonly [RegExp, string])[],
  interrupted: 'ввод прерван, ничего не записано; ответы можно дать и параметрами (их назовет --help)',
  notUtf8: (file: string) => `${file} не в UTF-8: сохраните его в этой кодировке`,
  noFile: (file: string) => `нет файла ${file}`,
  noFolder: (folder: string) => `нет папки ${folder}`,
  noRepository: (folder: string) => `в ${folder} нет metadata/timestamp.json: это не собранное хранилище`,
  noRoot: (folder: string) => `в ${folder} нет корня доверия; создайте ключи: vypusk keys init --keys ПАПКА`,
  badPort: (port: string) => `${port} — не номер порта`,
  badMoment: (moment: string) => `${moment} — не момент времени; нужен вид 2026-11-20T12:00:00Z`,
  badVersion: (option: string, version: string) => `${option}: «${version}» — не версия; нужен вид 3.0.171.9`,
  badPair: (option: string, pair: string) => `${option}: «${pair}» — нужен вид Имя=значение`,
  badAddress: (address: string) => `${address} — не адрес http(s)`,
  tooLarge: (file: string, limit: number) => `${file} больше ${limit} байт`,
  fileExists: (file: string) => `${file} уже есть; ключи и корни не перезаписываются`,
  secretInRepository: (file: string) =>
    `${file} лежит в рабочей копии git и попадёт в коммит: укажите папку вне её, например ../keys`,
  stateBusy: (folder: string) => `с ${folder} работает другой клиент и не заканчивает`,
  noPassphrase: 'нужна парольная фраза: --passphrase-file или переменная VYPUSK_PASSPHRASE',
  askPassphrase: 'Парольная фраза ключей',
  askNewPassphrase: 'Придумайте парольную фразу для ключей',
  askPassphraseAgain: 'Ещё раз',
  passphrasesDiffer: 'фразы не совпали',
  serving: (folder: string, url: string) => `${folder}: ${url}  (Ctrl+C — остановить)`,
  refused: (file: string, message: string) => `${file}: ${message}\n`,
  elsewhere: (count: number) =>
    `И еще замечаний в том, чего изменение не касается: ${count} (все: vypusk check).\n`,
  badFormat: (format: string, known: string) => `--format: «${format}» — нужно одно из: ${known}`,
  siteFailed: (log: string) => `Страницы не собрались:\n${log}\n`,
  built: (made: { out: string; documents: number; files: number; version: number }) =>
    `Готово: ${made.out}  документов ${made.documents}, файлов ${made.files}, метка времени № ${made.version}\n`,
  status: {
    install: 'установить ',
    update: 'обновить   ',
    current: 'свежее     ',
    unavailable: 'недоступно ',
  },
  withdrawn: (reason: string) => `    Установленная версия отозвана: ${reason}\n`,
  pagesBuilt: (out: string, digest: string) => `Страницы собраны: ${out}\nОтпечаток: ${digest}\n`,
  pagesRefused: (code: 'pages-changed' | 'pages-odd-file' | 'pages-missing', file: string) =>
    ({
      'pages-changed': `Готовые страницы (${file}) не те, что собраны: отпечаток другой. Соберите их заново командой vypusk pages.`,
      'pages-odd-file': `В готовых страницах лежит то, чего там быть не должно: ${file}. Соберите их заново командой vypusk pages.`,
      'pages-missing': `Готовых страниц нет: ${file}. Соберите их командой vypusk pages.`,
    })[code],
  nothingMade: 'Для этой конфигурации ничего нет.\n',
  nearest: 'Ближайшие расширения, которые можно доработать:\n',
  nearReason: {
    family: (names: string) => `то же семейство: ${names}`,
    subsystems: (names: string) => `общие подсистемы: ${names}`,
    reach: (names: string) => `сделано для: ${names}`,
  },
  nearFile: (got: { file: string; version: string; length: number; id: string }) =>
    `    файл для доработки: ${got.file} версии ${got.version}, байт ${got.length} — vypusk client get --adapt --extension ${got.id}\n`,
  nearAdopts: (names: string, more: number) =>
    `    заимствует: ${names}${more === 0 ? '' : ` и ещё ${more}`}\n`,
  nearIntercepts: (names: string, more: number) =>
    `    перехватывает: ${names}${more === 0 ? '' : ` и ещё ${more}`}\n`,
  downloaded: (got: { file: string; version: string; sha256: string }) =>
    `${got.file}: версия ${got.version}, длина и SHA-256 сошлись (${got.sha256})\n`,
  refreshed: (version: number) => `Есть новое: метаданные проверены целиком, метка времени № ${version}.`,
  current: (expires: string) => `Нового нет. Метка времени действует до ${expires}.`,
  expired: (expires: string) =>
    `Метка времени просрочена (${expires}): ничего нового не устанавливайте. Установленное работает.`,
  clockBehind: (now: string, signed: string) =>
    `Часы показывают ${now}, а подпись сделана ${signed}: проверьте часы.`,
  unreachable: (code: string) => `Репозиторий не отвечает (${code}). Известное остаётся в силе.`,
  refreshNeeded: (reason: string) => `Нужна полная проверка (${reason}).`,
  badNumber: (option: string, number: string) => `${option}: «${number}» — не число`,
  timestampSigned: (version: number, expires: string) =>
    `Метка времени № ${version} подписана, действует до ${expires}.\n`,
  expiresSoon: (role: string, left: number, needed: number) =>
    `${role}: осталось дней ${left}, нужно не меньше ${needed}\n`,
  verified: (seen: { documents: number; extensions: number; releases: number; issued: string }) =>
    `Проверено документов: ${seen.documents}; расширений ${seen.extensions}, выпусков ${seen.releases}; подписано ${seen.issued}\n`,
  oneSource: 'нужно одно из двух: --url или --bundle',
  bundled: (file: string, entries: number, bytes: number) => `${file}: файлов ${entries}, байт ${bytes}\n`,
  asOf: (moment: string) =>
    `Состояние на ${moment}; срок действия прошёл, для переноса это не препятствие.\n`,
  startsAnew:
    'Публикации до этой не найдено: номера версий начинаются с 1. Если она есть, укажите её: --previous АДРЕС.\n',
  written: (file: string) => `${file}\n`,
};

/** The same sentences in another language. */
export type MessageText = typeof MESSAGES_RU;
