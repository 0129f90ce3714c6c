/** What `keys` says, in Russian. */
export const KEYS_RU = {
  badPublicKey: (half: string) =>
    `«${half}» — не открытый ключ: нужно 64 шестнадцатеричных знака, их печатает keys new`,
  badThreshold: (number: string) => `--threshold: «${number}» — нужно число от 1 до 99`,
  badDuty: (duty: string, known: string) => `«${duty}» — нужно одно из: ${known}`,
  made: (folder: string) =>
    `Ключи: ${folder}\n` +
    'Корневой ключ (root.key.json) унесите на носитель без сети и сделайте копию: потеряв его, вы не сможете\n' +
    'сменить ни один другой ключ, и установщики придётся раздавать заново. Парольную фразу не восстановить.\n',
  rootComplete: (file: string) => `Корень подписан: ${file}\nЗакоммитьте его: ему доверяют установщики.\n`,
  rootWaits: (file: string, waiting: string) =>
    `Корень ждёт подписей: ${file}\nМогут подписать: ${waiting}\nДальше: vypusk keys sign-root ${file} --key ФАЙЛ\n`,
  onlyRenewed: 'Ключи не меняются, только срок.\n',
  change: (duty: string, before: number, after: number) =>
    `${duty}: ${before === after ? `порог ${after}` : `порог ${before} → ${after}`}\n`,
  notPublished: 'не опубликовано',
  age: (version: number, expires: string, days: number) =>
    `№ ${version}, до ${expires}, осталось дней: ${days}`,
  notForCi: (duty: string) =>
    `${duty}: в CI бывают только publishing и timestamp; корневой ключ туда не попадает`,
  oneKeyNeeded: (duty: string, found: string) =>
    `нужен ровно один файл ключа ${duty}, найдено: ${found === '' ? 'ни одного' : found}; старые уберите`,
  exported: (variable: string) => `Секрет ${variable}: сохраните в CI и нигде больше.\n`,
  newKey: (file: string, half: string, keyid: string) =>
    `Закрытая половина: ${file}\nОткрытая половина: ${half}\nНомер ключа: ${keyid}\n`,
};

/** The same sentences in another language. */
export type KeysText = typeof KEYS_RU;
