import type { AddText } from './add.ru.ts';

/** What `add` says and asks, in English. */
export const ADD_EN: AddText = {
  notExtension: (file, type) => `${file}: this is not an extension but ${type}`,
  versionUnusable: (file, version) =>
    `${file}: the version "${version}" cannot be released. Set one to four numbers with dots in Designer, for example ` +
    '1.4.2.7, and save the file again.',
  nothingWritten: 'Nothing was written.\n',
  noTree: (folder) => `publisher.yaml and configurations.yaml in ${folder} cannot be read`,
  manyNames: (names) => `one --extension for several extensions: ${names}`,
  askId: (name) => `Id of the new extension ${name} (a-z, 0-9, -)`,
  idNeeded: (name, proposal) =>
    `the extension ${name} is new: give its id, for example --extension ${proposal}`,
  badId: (id) => `"${id}" is not an id: 2 to 64 of a-z, 0-9 and -`,
  otherId: (name, id) => `the extension ${name} has the id ${id} already`,
  askConfigurations: (file) => `What is ${file} made for? Name=range of versions, divided by ";"`,
  configurationsNeeded: (file) =>
    `which configuration is ${file} made for? For example: --configuration "БухгалтерияПредприятия=>=3.0.140 <3.1"`,
  askTitle: 'Title of the extension',
  askSummary: (title) => `${title}: one sentence for the catalogue`,
  summaryNeeded: 'a new extension needs one sentence for the catalogue: --summary "…"',
  badImportance: (importance) => `--importance: "${importance}" should be normal, recommended or critical`,
  askNotes: (version) => `What is new in ${version}, in Russian (Enter: write notes.ru.md later)`,
  askNotesEn: (version) => `The same in English (Enter: write notes.en.md later), ${version}`,
  known: (file) => `${file}: added before\n`,
  wouldWrite: 'Nothing was written (--dry-run).\n',
  next: 'Next: vypusk check\n',
};
