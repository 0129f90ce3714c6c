import { CHANGES_RU } from './changes.ru.ts';
import { FIT_RU } from './fit.ru.ts';
import { INSTALLER_RU } from './installer.ru.ts';
import { INSTALL_RU } from './install.ru.ts';
import { LICENSE_RU } from './license.ru.ts';
import { PASSPORT_RU } from './passport.ru.ts';
import { PURCHASE_RU } from './purchase.ru.ts';
import { counted } from './plural.ts';
import type { Texts } from './texts.ts';
import { MIGRATION_RU } from './migration.ru.ts';
import { TRUST_RU } from './trust.ru.ts';

/** Everything that the site says, in Russian. */
export const RU: Texts = {
  shell: {
    catalogue: 'Каталог',
    documentation: 'Документация',
    trust: 'Доверие',
    fit: 'Что мне подойдет',
    license: 'Моя лицензия',
    mainNavigation: 'Разделы сайта',
    breadcrumbs: 'Вы здесь',
    otherLanguage: 'English',
    signed: 'Все файлы подписаны: как это проверить',
    notFound: 'Такой страницы нет',
    notFoundHint: 'Вернуться в каталог',
  },
  marks: {
    channels: new Map([
      ['stable', 'стабильный'],
      ['beta', 'бета'],
      ['alpha', 'альфа'],
      ['rc', 'кандидат'],
    ]),
    importance: { normal: 'обычный', recommended: 'рекомендуемый', critical: 'критический' },
    withdrawn: 'отозван',
    free: 'бесплатно',
    paid: 'по лицензии',
    rollout: (percent) => `выдается ${percent}% баз`,
    rolloutPaused: 'выдача приостановлена',
  },
  catalogue: {
    title: (publisher) => `Расширения 1С: ${publisher}`,
    description: 'Расширения конфигураций 1С:Предприятия с подписанными выпусками.',
    lead: 'Выберите расширение, чтобы узнать, подходит ли оно вашей конфигурации, что нового в последнем выпуске и как его установить.',
    counts: (extensions, configurations) =>
      `${counted('ru', extensions, { one: 'расширение', few: 'расширения', many: 'расширений', other: 'расширения' })} для ${counted('ru', configurations, { one: 'конфигурации', few: 'конфигураций', many: 'конфигураций', other: 'конфигураций' })}`,
    updated: (date) => `последний выпуск — ${date}`,
    empty: 'Здесь пока нет ни одного расширения.',
    byConfiguration: 'По конфигурациям',
    feed: 'Лента выпусков (Atom)',
    price: 'Цена',
    channel: 'Есть выпуски',
    all: 'все',
    filters: 'Показать',
    forConfiguration: (configuration) => `Расширения для «${configuration}»`,
    called: (names) => `Имя внутри и как еще называют: ${names}`,
    forConfigurationLead: (configuration) =>
      `Что сделано для конфигурации «${configuration}» и для каких ее версий.`,
    noRelease: 'Выпусков пока нет',
    columns: { extension: 'Расширение', versions: 'Версии конфигурации', release: 'Выпуск' },
  },
  compatibility: {
    every: 'Любая конфигурация',
    edition: (title, edition) => `${title}, редакция ${edition}`,
    tested: (version) => `проверено с ${version}`,
    untested: 'не проверялось отдельно',
    from: (version) => `от ${version}`,
    after: (version) => `новее ${version}`,
    below: (version) => `до ${version} (не включая)`,
    upTo: (version) => `по ${version}`,
    exactly: (version) => `только ${version}`,
    anyVersion: 'любая версия',
    or: 'или',
  },
  extension: {
    vendor: 'Разработчик',
    innerName: 'Имя в базе',
    newest: 'Последние выпуски',
    download: 'Скачать',
    whatIsNew: 'Что нового',
    fits: 'Подойдет ли вам',
    fitsLead:
      'Название и версию своей конфигурации смотрите в окне «О программе». На версии новее проверенной расширение обычно работает, но разработчик этого еще не проверял.',
    picture: 'Совместимость картинкой',
    pictureLead:
      'Слева направо — версии конфигурации, сверху вниз — выпуски. Сплошная часть проверена разработчиком, штриховая заявлена.',
    inside: 'Что внутри',
    insideLead: (version) =>
      `По самому файлу выпуска ${version}: что он добавляет в базу и во что вмешивается.`,
    install: 'Как установить',
    releases: 'Все выпуски',
    noRelease: 'Выпусков пока нет.',
    badges: 'Значки для своего сайта',
    badgesLead: 'Показывают последний выпуск и проверенную версию конфигурации; обновляются сами.',
    agreement: 'Лицензионное соглашение',
    agreementRead: 'прочитать',
    pages: 'Еще о расширении',
    screenshots: 'Как это выглядит',
    columns: {
      configuration: 'Конфигурация',
      versions: 'Версии',
      tested: 'Проверено с',
      release: 'Выпуск',
      file: 'Файл',
      date: 'Дата',
      channel: 'Канал',
      brief: 'Что нового',
    },
  },
  passport: PASSPORT_RU,
  release: {
    title: (extension, version) => `${extension} ${version}`,
    released: (date) => `Выпущен ${date}`,
    notes: 'Что нового',
    noNotes: 'Разработчик не описал изменения.',
    files: 'Файлы',
    sha256: 'SHA-256',
    size: 'Размер',
    exclusive: 'при установке остальные должны выйти',
    protectedFile: 'открывается лицензией',
    otherAddresses: 'Другие адреса файла',
    install: 'Как установить',
    verify: 'Проверить файл',
    verifyLead: 'Команда напечатает SHA-256 скачанного файла: сравните ее с указанной выше.',
    verifyTrust: 'Как проверить подпись независимой программой',
    withdrawnTitle: (date) => `Выпуск отозван ${date}`,
    withdrawnReplacement: 'Установите вместо него:',
    older: 'Предыдущий выпуск',
    newer: 'Следующий выпуск',
  },
  install: INSTALL_RU,
  installer: INSTALLER_RU,
  changes: CHANGES_RU,
  fit: FIT_RU,
  license: LICENSE_RU,
  purchase: PURCHASE_RU,
  migration: MIGRATION_RU,
  trust: TRUST_RU,
  publications: { httpServices: 'публикация HTTP-сервисов', clientAccess: 'доступ клиентских приложений' },
};
