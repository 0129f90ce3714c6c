import type { ImportText } from './import.ru.ts';

/** What `import` says, in English. */
export const IMPORT_EN: ImportText = {
  help: {
    summary: 'take over what was published elsewhere (a folder of files is added by add)',
    releases:
      '.cfe files of releases on GitHub: the body becomes notes, a prerelease goes to the channel beta',
    repository: 'repository on GitHub, owner/name (needs GITHUB_TOKEN)',
    miko: 'files of a list of modules as MIKO answers it (name, version, changelog, files…)',
    list: 'JSON file, or its address',
  },
  downloading: 'Downloading',
  tooMany: (left) => `too many files: ${left} more are not taken`,
  notTaken: (file, reason) => `${file}: not taken: ${reason}`,
  tooLarge: (bytes) => `too large, ${bytes} bytes`,
  otherLength: (said, is) => `${said} bytes were promised, ${is} came`,
  otherDigest: (kind) => `its ${kind} is not the promised one`,
  badModule: (index) => `module ${index} of the list: no name or no files`,
  sold: (name) =>
    `${name}: it is sold there (lic_product_id). So that it is not published for free, name its product: --product`,
  badList: (list) => `${list}: this is not a list of modules`,
  doubled: (file, version) =>
    `${file}: version ${version} is taken by another file of the same name; this one is not taken`,
  known: (count) => `There already: ${count}\n`,
  nothing: 'No .cfe file was found.\n',
};
