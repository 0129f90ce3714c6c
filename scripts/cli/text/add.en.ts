import type { VersionOrigin } from '../../model/file-version.ts';
import type { AddText } from './add.ru.ts';

const VERSION_ORIGINS: Readonly<Record<VersionOrigin, string>> = {
  spelling: 'as it is spelt',
  date: 'a day in order: year, month, day',
  within: 'the numbers in it',
  'entry-time': 'the day on which the file was saved',
};

/** What `add` says and asks, in English. */
export const ADD_EN: AddText = {
  notExtension: (file, type) => `${file}: this is not an extension but ${type}`,
  versionUnusable: (file, version) =>
    `${file}: its version "${version}" does not tell which release it is. Name the version: --version 1.4.2.7, or take ` +
    'the day on which the file was saved: --version-from date.',
  badVersionFrom: (source) => `--version-from: "${source}" should be date`,
  askVersion: (file, version) => `${file}: the file says version "${version}". Version of the release`,
  versionProposed: (file, { told, version, because }) =>
    `${file}: version ${version} (${VERSION_ORIGINS[because]}${told === '' ? '' : `, the file says "${told}"`})\n`,
  nothingWritten: 'Nothing was written.\n',
  notAdded: (count) => `Files not added: ${count}.\n`,
  publishedAlready: (file, version) =>
    `release ${version} is published with another file ${file}, and what is published never changes. Release the next ` +
    'version: raise it in the properties of the extension, or give --version',
  manyConfigurations: (files) =>
    `several configurations and several files (${files}): put the file before the name, --configuration "FILE:Name=range"`,
  versionTaken: (file, version) =>
    `${file}: version ${version} has a file for that configuration; name another version: --version 1.4.2.8`,
  urlOfSold: 'a paid file is encrypted here and has no address before it is published: add it without --url',
  urlNeedsFile: 'several files: put the file before the address, --url FILE=https://…',
  noNotes: (version) => `Version ${version}. The vendor left no description of the changes.`,
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
