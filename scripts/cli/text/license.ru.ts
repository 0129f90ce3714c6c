/** What `license` and `product` say, in Russian. Names and values in them are escaped by whoever calls. */
export const LICENSE_RU = {
  help: {
    summary: 'выдавать лицензии и следить за ними',
    init: 'создать секрет, из которого следуют все лицензии и ключи платных файлов',
    form: 'записать лист восстановления секрета для печати',
    recover: 'восстановить секрет по листу восстановления',
    rotate: 'перевести все лицензии и файлы с прежнего секрета на новый',
    from: 'файл прежнего секрета',
    fromPassphraseFile: 'файл с парольной фразой прежнего секрета, если она другая',
    another:
      'второй секрет рядом с тем, которым уже продают: другого разработчика или на замену (license rotate)',
    issue: 'выдать лицензию',
    extend: 'продлить лицензию',
    upgrade: 'добавить в лицензию продукт или заменить один другим',
    revoke: 'отозвать лицензию',
    show: 'показать лицензию вместе с ключом',
    list: 'показать все лицензии',
    export: 'записать лицензию в файл для закрытой сети',
    import: 'выдать лицензии по таблице CSV',
    product: 'продукты, на которые выдаются лицензии',
    productAdd: 'завести продукт',
    productGrant: 'отдать продукту выпуски расширения, не трогая файлов',
    secrets: 'файл секрета, вне репозитория (по умолчанию: переменная VYPUSK_SECRETS)',
    now: 'день, который считать сегодняшним, ISO 8601 (по умолчанию: часы)',
    until: 'последний месяц обновлений, ГГГГ-ММ; вышедшее по него останется доступным навсегда',
    perpetual: 'обновления навсегда',
    trial: 'пробная лицензия на столько дней',
    validUntil: 'последний день, когда лицензия что-либо открывает (аренда), ГГГГ-ММ-ДД',
    licensee: 'кому выдана',
    productOption: 'код продукта; можно повторить',
    productId: 'код продукта (a-z, 0-9, -)',
    note: 'заметка для себя (заказ, адрес); покупатель её не увидит',
    name: 'номер лицензии (начало номера) или ключ',
    replaces: 'какой продукт заменить',
    undo: 'вернуть отозванную лицензию',
    expiring: 'только те, что кончатся за столько дней, например 30d',
    status: 'только active или только revoked',
    csv: 'вывести таблицу CSV',
    keys: 'вместе с ключами: они так же секретны, как у покупателей',
    exportOut: 'файл для лицензии',
    importFile: 'таблица: licensee; products; until или trial; validUntil; note',
    importOut: 'таблица, в которую записать выданные ключи',
    formOut: 'файл для листа восстановления',
    formFile: 'файл с переписанными строками листа восстановления',
    title: 'название продукта по-русски',
    titleEn: 'название продукта по-английски',
    extension: 'код расширения',
    version: 'версия выпуска; можно повторить (по умолчанию: все выпуски)',
  },
  noSecrets: 'не сказано, где файл секрета: --secrets или переменная VYPUSK_SECRETS',
  noSecretsFile: (file: string) =>
    `нет файла секрета ${file}; создайте его: vypusk license init, или восстановите: vypusk license recover`,
  nothingSold: 'нет licensing.yaml: начните с vypusk license init',
  soldAlready:
    'в licensing.yaml уже есть ключ: с новым секретом прежние лицензии не продлить, а новых выпусков они не откроют.\n' +
    'Потеряли файл секрета — верните его с листа: vypusk license recover. Секрет мог утечь — сделайте второй и переведите\n' +
    'все на него: vypusk license init --another --secrets НОВЫЙ, затем vypusk license rotate --from СТАРЫЙ --secrets НОВЫЙ',
  formIsSecret: '--form и --secrets называют один файл: лист затер бы секрет',
  sameSecret: '--from и --secrets — один и тот же секрет: сделайте новый, vypusk license init --another',
  unknownProduct: (product: string, nearest: string) =>
    `продукта «${product}» нет в licensing.yaml${nearest === '' ? '' : ` (${nearest})`}; заведите его: vypusk product add ${product} --title "…"`,
  productExists: (product: string) => `продукт «${product}» уже есть`,
  badProduct: (product: string) => `«${product}» — не код продукта: от 2 до 64 знаков a-z, 0-9 и -`,
  noProduct: 'не сказано, на какой продукт: --product',
  badText: (option: string) =>
    `${option}: нужна непустая строка не длиннее 200 знаков без управляющих символов`,
  terms: {
    'terms-not-one': 'срок задается одним из --until ГГГГ-ММ, --perpetual и --trial ДНЕЙ',
    'month-wrong': 'нужен месяц вида 2027-11, не позже 2099-12',
    'days-wrong': 'пробная лицензия выдается на число дней от 1 до 3650',
    'day-wrong': 'нужен день вида 2027-11-30',
  },
  badDays: (text: string) => `--expiring: «${text}» — нужно число дней, например 30d`,
  badStatus: (text: string) => `--status: «${text}» — нужно active или revoked`,
  manyLicenses: (id: string) => `номеров, которые начинаются с ${id}, несколько: укажите больше знаков`,
  beforeInit:
    'Будет создан один секрет: из него следуют подпись всех лицензий, ключи всех платных файлов и ваш список лицензий.\n' +
    'Потеряете его — не сможете ни продлить, ни отозвать, ни выдать лицензию, ни выпустить обновление платного\n' +
    'расширения для тех, кто уже купил; выданные лицензии продолжат открывать вышедшее. Восстановить его нельзя ниоткуда,\n' +
    'кроме копии файла (с парольной фразой) и листа восстановления. Кто завладеет им, выдаст себе любую лицензию.\n',
  made: (at: { secrets: string; licensing: string; form: string | undefined }) =>
    `Секрет: ${at.secrets}  Открытый ключ: ${at.licensing}\n` +
    (at.form === undefined
      ? `Осталось: распечатать лист восстановления (vypusk license form --out ЛИСТ.txt), закоммитить ${at.licensing}.\n`
      : `Осталось: распечатать ${at.form}, убрать в сейф и удалить файл; закоммитить ${at.licensing}.\n`),
  formWritten: (file: string) =>
    `${file}\nРаспечатайте, уберите в сейф и удалите файл: он открывает все без пароля.\n`,
  recovered: (secrets: string, keyid: string) =>
    `Секрет восстановлен: ${secrets}\nКлюч лицензий ${keyid}: сверьте его с листом.\n`,
  recoveredKey: {
    listed: 'В licensing.yaml этот ключ есть: можно продавать дальше.\n',
    foreign:
      'В licensing.yaml этого ключа НЕТ: лист прежний (до license rotate), другого издателя, или в строке опечатка,\n' +
      'которую пропустил проверочный знак (он пропускает одну из 32): сверьте ключ с листом. Выдать этим секретом ничего нельзя.\n',
    unknown: 'Папки с выпусками здесь нет, и с licensing.yaml ключ не сверен (--releases).\n',
  },
  form: (at: { publisher: string; keyid: string; lines: readonly string[] }) =>
    'ЛИСТ ВОССТАНОВЛЕНИЯ СЕКРЕТА ЛИЦЕНЗИЙ\n\n' +
    `Издатель: ${at.publisher}\nКлюч лицензий: ${at.keyid}\n\n` +
    `${at.lines.map((line) => `    ${line}`).join('\n')}\n\n` +
    'Храните на бумаге там же, где печать и договоры. Этих четырех строк достаточно, чтобы выдать любую лицензию и\n' +
    'открыть любой платный файл; парольной фразы они не требуют. Новые продукты листа не меняют: печатать заново не нужно.\n\n' +
    'Восстановить: переписать строки с номерами в файл и выполнить\n' +
    '    vypusk license recover --form ФАЙЛ --secrets НОВЫЙ-ФАЙЛ-СЕКРЕТА\n' +
    'В конце каждой строки — проверочный знак: программа скажет, в какой строке опечатка.\n',
  issued: (license: { key: string; id: string }) =>
    `Ключ: ${license.key}\nНомер: ${license.id}\nОтправьте ключ покупателю: больше он нигде не записан открыто.\n`,
  changed: (license: { id: string; revision: number; what: string }) =>
    `Лицензия ${license.id}: ${license.what}, ревизия ${license.revision}.\n`,
  what: { extend: 'продлена', upgrade: 'продукты изменены', revoke: 'отозвана', restore: 'возвращена' },
  next: (folder: string) =>
    `Осталось: закоммитить ${folder} и опубликовать (vypusk build). До публикации у покупателя ничего не изменится.\n`,
  revokedNote:
    'Отзыв прекращает обновления. Установленное и скачанное останется; кто сохранил прежнюю запись и\nнапишет свою программу, откроет ею файлы по месяц, названный в ней, — и вышедшие после отзыва.\n',
  exported: (file: string) =>
    `${file}\nПередайте файл покупателю: он открывает все, что открывает ключ. После продления запишите новый.\n`,
  exportedRevoked: (file: string) =>
    `${file}\nЛицензия отозвана: этот файл ничего не откроет. Вернуть ее: vypusk license revoke --undo.\n`,
  rotated: (done: { licenses: number; files: number }) =>
    `Выдано заново лицензий: ${done.licenses}, запечатано заново файлов: ${done.files}. Прежний ключ убран из licensing.yaml.\n` +
    'Осталось: закоммитить releases и опубликовать (vypusk build); распечатать лист восстановления нового секрета.\n',
  importing: 'Выдаю лицензии',
  listing: 'Читаю лицензии',
  imported: (done: { count: number; file: string }) =>
    `Выдано лицензий: ${done.count}. Ключи: ${done.file} (секретно, удалите после рассылки).\n`,
  batch: {
    'quote-open': () => 'кавычка открыта и не закрыта',
    'column-missing': (args: Readonly<Record<string, string>>) =>
      `в первой строке нет столбца ${args.column ?? ''}`,
    'column-unknown': (args: Readonly<Record<string, string>>) =>
      `столбец «${args.column ?? ''}» ничего не значит; есть ${args.known ?? ''}`,
    'licensee-missing': () => 'не сказано, кому выдать (licensee)',
    'product-unknown': (args: Readonly<Record<string, string>>) =>
      args.product === ''
        ? `не сказано, на что выдать (products); есть ${args.known ?? ''}`
        : `продукта «${args.product ?? ''}» нет; есть ${args.known ?? ''}`,
    'text-not-line': (args: Readonly<Record<string, string>>) =>
      `${args.column ?? ''}: нужна строка не длиннее 200 знаков без переводов строк и управляющих символов`,
    'terms-not-one': () => 'нужен срок: until (ГГГГ-ММ или perpetual) либо trial (дней)',
    'month-wrong': () => 'until: нужен месяц вида 2027-11, не позже 2099-12, или perpetual',
    'days-wrong': () => 'trial: нужно число дней от 1 до 3650',
    'day-wrong': () => 'validUntil: нужен день вида 2027-11-30',
  },
  line: (file: string, line: number, problem: string) => `${file}:${line}: ${problem}\n`,
  nothingIssued: 'Ничего не выдано.\n',
  none: 'Лицензий нет.\n',
  unreadable: (count: number) =>
    `Не открываются этим секретом: ${count} (лицензии других разработчиков или испорченные).\n`,
  labels: {
    key: 'Ключ',
    id: 'Номер',
    licensee: 'Кому',
    status: 'Состояние',
    revision: 'Ревизия',
    issued: 'Выдана',
    note: 'Заметка',
    product: 'Продукт',
  },
  statuses: { active: 'действует', revoked: 'отозвана' },
  productTerms: (product: {
    id: string;
    trial: boolean;
    until: string | undefined;
    validUntil: string | undefined;
  }) =>
    [
      product.id,
      product.until === undefined ? 'обновления навсегда' : `обновления по ${product.until}`,
      ...(product.validUntil === undefined ? [] : [`действует по ${product.validUntil}`]),
      ...(product.trial ? ['пробная'] : []),
    ].join(', '),
  productAdded: (product: string, file: string) =>
    `Продукт ${product} записан в ${file}. Закоммитьте его.\nДальше: vypusk add ФАЙЛ.cfe --product ${product}; vypusk license issue --product ${product} …\n`,
  granted: (grant: { files: number; product: string }) =>
    `Продукту ${grant.product} отдано файлов: ${grant.files}. Сами файлы не изменились.\n`,
  nothingGranted: (product: string) => `Продукт ${product} и так открывает все эти файлы.\n`,
  grantNext: 'Осталось: закоммитить описания и опубликовать (vypusk build).\n',
  notPaid: (id: string) => `расширение ${id} не платное: в extension.yaml нужно price: paid`,
  noExtension: (id: string) => `расширения ${id} нет`,
  noRelease: (version: string) => `выпуска ${version} нет`,
  paidNeedsProducts: (id: string) => `расширение ${id} бесплатное: --product здесь ничего не значит`,
  notItsProduct: (product: string, id: string) =>
    `расширение ${id} не открывается продуктом ${product}; отдайте его: vypusk product grant ${product} --extension ${id}`,
  clearInReleases: (file: string) =>
    `${file} лежит среди выпусков и попадет в git открытым: уберите его оттуда и повторите с новым путем`,
  encrypted: '  зашифрован на этой машине; открытый файл никуда не скопирован\n',
};

/** The same sentences in another language. */
export type LicenseText = typeof LICENSE_RU;
