import type { ChangesTexts } from './changes-texts.ts';

/** What changed in a file, in English. */
export const CHANGES_EN: ChangesTexts = {
  title: 'What changed in the file',
  since: (version) =>
    `Told from the files themselves, compared with release ${version}. Changes inside modules do not show here: the vendor tells of them.`,
  nothing: 'Objects, interceptions, roles and HTTP addresses are the same as before.',
  added: 'Added',
  removed: 'Removed',
  headings: {
    own: 'Its own objects',
    adopted: 'Adopted objects',
    interceptions: 'Interceptions of the configuration’s code',
    routes: 'HTTP addresses',
    roles: 'Roles for every user',
  },
  sameFile: 'The file is the same to the byte.',
  startsChangingData: 'It changes the data structure now: everybody else must leave while it is installed.',
  stopsChangingData: 'It does not change the data structure any more.',
  mode: (older, newer) => `Compatibility mode of the extension: was ${older}, is ${newer}.`,
};
