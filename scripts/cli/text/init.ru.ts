/** What `init` and `preview` say, in Russian; English has the same shape. */
export const INIT_RU = {
  summary: 'создать хранилище выпусков: папку с описанием издателя, ключами вне git и файлами для проверки',
  folder: 'папка нового хранилища; пути --keys и --passphrase-file берутся от неё (по умолчанию: эта)',
  yes: 'ни о чём не спрашивать: чего не сказано, взять по умолчанию',
  askId: 'Код издателя (латинские буквы, цифры, дефис)',
  askName: 'Название издателя',
  nameEn: 'название издателя по-английски',
  askUrl: 'Публичный адрес хранилища (https://…/)',
  email: 'почта для покупателей',
  locales: 'языки выпусков: ru, en или ru,en (по умолчанию: ru)',
  licensePrefix: 'начало лицензионных ключей, если что-то продаётся',
  forge: 'где живёт git: none или github (по умолчанию: none)',
  askForge: (known: string) => `Где живёт git (${known})`,
  askKeys: 'Папка для закрытых ключей, вне хранилища',
  program: 'версия программы для package.json или то, что умеет поставить npm (по умолчанию: эта версия)',
  unanswered: (question: string) => `нет ответа: ${question}`,
  badLocales: (written: string, known: string) => `--locales ${written}: бывают ${known}`,
  badForge: (written: string, known: string) => `--forge ${written}: бывают ${known}`,
  badField: (field: string, hint: string) => `${field}: так нельзя${hint}`,
  urlHint: '; нужен адрес вида https://example.ru/releases/',
  idHint: '; нужны строчные латинские буквы, цифры и дефисы',
  already: (folder: string) => `в папке ${folder} уже есть хранилище (releases/publisher.yaml)`,
  firstCommit: 'Начать хранилище выпусков',
  done: ({ folder, keys, isCommitted, waiting }: InitOutcome) =>
    `Хранилище готово: ${folder}${isCommitted ? '' : ' (первый коммит сделайте сами: git init && git add -A && git commit)'}
В сейф, не в git: папка ключей ${keys} и парольная фраза.
Дальше, в папке ${folder}:
  npx vypusk add ${waiting.length > 0 ? waiting.map((name) => (/^[\p{L}\p{N}._-]+$/u.test(name) ? name : `"${name}"`)).join(' ') : 'ФАЙЛ.cfe'}
  npx vypusk preview
  npx vypusk build --keys ${keys} --out ../live
  npx vypusk publish ../live --to МЕСТО
`,
  readme: ({ name, url, keys }: ReadmeFacts) => `# Выпуски: ${name}

Покупатели читают ${url}. Здесь — то, из чего это собирается программой «Выпуск».

| что нужно | команда |
|---|---|
| добавить выпуск | \`npx vypusk add ФАЙЛ.cfe\` |
| проверить | \`npx vypusk check\` |
| посмотреть у себя | \`npx vypusk preview\` |
| собрать | \`npx vypusk build --keys ${keys} --out ../live\` |
| опубликовать | \`npx vypusk publish ../live --to МЕСТО\` |

Ключи лежат вне этой папки (${keys}); в git они не попадают никогда.
`,
  preview: {
    summary:
      'собрать с одноразовыми ключами, проверить глазами установщика и показать; опубликованного не касается',
    noServe: 'собрать и проверить, но не показывать',
    serving: (url: string) => `Предпросмотр: ${url}  (Ctrl+C — закончить)\n`,
    done: (folder: string) => `Предпросмотр собран: ${folder}\n`,
  },
};

/** What `init` came to. */
export interface InitOutcome {
  readonly folder: string;
  readonly keys: string;
  readonly isCommitted: boolean;
  /** Names of `.cfe` files in the folder. */
  readonly waiting: readonly string[];
}

/** What a README says of its repository. */
export interface ReadmeFacts {
  readonly name: string;
  readonly nameEn?: string;
  readonly url: string;
  readonly keys: string;
}

/** The same sentences in another language. */
export type InitText = typeof INIT_RU;
