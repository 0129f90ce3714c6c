import type { InstallerText } from './installer.ru.ts';

/** Help and messages of `vypusk installer`, in English. */
export const INSTALLER_EN: InstallerText = {
  summary: 'assemble the installer and the auto-update for 1C: sources, and with a platform the built files',
  sources: 'folder with the sources of the 1C side (default: installer of this program)',
  trust: 'folder of root metadata (default: releases/trust, then metadata of the published tree)',
  out: 'folder of the published tree; files go to its installer/',
  mirror: 'one more address of the repository, for when the first does not answer; repeat for several',
  prefix: 'prefix of 1C names of the auto-update (default: the publisher’s id)',
  extension: 'extension that the auto-update looks after (default: the only one)',
  platform: 'folder with the program 1cv8: build .epf and .cfe with it',
  noPublisher: (releases) => `there is no publisher in ${releases}: vypusk check says why`,
  noTrust: (trust) => `no root metadata in ${trust} nor in the published tree: vypusk keys init`,
  noExtension: (id, known) => `there is no extension ${id}; there are: ${known}`,
  withoutUpdate: (known) =>
    `The auto-update is not assembled: there are several extensions (${known}), name one: --extension\n`,
  written: (file, bytes) => `${file}  ${bytes} B\n`,
};
