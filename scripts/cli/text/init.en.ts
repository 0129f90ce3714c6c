import type { InitText } from './init.ru.ts';

/** What `init` and `preview` say, in English. */
export const INIT_EN: InitText = {
  summary: 'start a release repository: a folder with the publisher, keys outside git, and files for checks',
  folder: 'folder of the new repository; --keys and --passphrase-file are relative to it (default: this one)',
  yes: 'ask nothing: what is not said is taken by default',
  askId: 'Id of the publisher (Latin letters, digits, dashes)',
  askName: 'Name of the publisher',
  nameEn: 'name of the publisher in English',
  askUrl: 'Public address of the repository (https://…/)',
  email: 'address for customers to write to',
  locales: 'languages of releases: ru, en or ru,en (default: ru)',
  licensePrefix: 'first letters of licence keys, if something is sold',
  forge: 'where git lives: none or github (default: none)',
  askForge: (known) => `Where git lives (${known})`,
  askKeys: 'Folder for private keys, outside the repository',
  program: 'version of the program for package.json, or anything npm can install (default: this version)',
  unanswered: (question) => `no answer: ${question}`,
  badLocales: (written, known) => `--locales ${written}: there are ${known}`,
  badForge: (written, known) => `--forge ${written}: there are ${known}`,
  badField: (field, hint) => `${field}: this will not do${hint}`,
  urlHint: '; it must look like https://example.com/releases/',
  idHint: '; small Latin letters, digits and dashes are needed',
  already: (folder) => `there is a repository in ${folder} already (releases/publisher.yaml)`,
  firstCommit: 'Start the release repository',
  done: ({ folder, keys, isCommitted, waiting }) =>
    `The repository is ready: ${folder}${isCommitted ? '' : ' (make the first commit yourself: git init && git add -A && git commit)'}
Into a safe, not into git: the folder of keys ${keys} and the passphrase.
Next, in ${folder}:
  npx vypusk add ${waiting.length > 0 ? waiting.map((name) => (/^[\p{L}\p{N}._-]+$/u.test(name) ? name : `"${name}"`)).join(' ') : 'FILE.cfe'}
  npx vypusk preview
  npx vypusk build --keys ${keys} --out ../live
  npx vypusk publish ../live --to PLACE
`,
  readme: ({ name, nameEn, url, keys }) => `# Releases: ${nameEn ?? name}

Customers read ${url}. Here is what it is made of, by the program Vypusk.

| you want to | command |
|---|---|
| add a release | \`npx vypusk add FILE.cfe\` |
| check | \`npx vypusk check\` |
| look at it | \`npx vypusk preview\` |
| build | \`npx vypusk build --keys ${keys} --out ../live\` |
| publish | \`npx vypusk publish ../live --to PLACE\` |

Keys lie outside this folder (${keys}) and never get into git.
`,
  preview: {
    summary:
      'build with throw-away keys, look as an installer does, and serve; touches nothing that is published',
    noServe: 'build and look, but do not serve',
    serving: (url) => `Preview: ${url}  (Ctrl+C to stop)\n`,
    done: (folder) => `The preview is built: ${folder}\n`,
  },
};
