import type { ClientErrorArguments } from '../../client/error.ts';
import { say, type Words } from '../wording.ts';

/** Why a client could not go on although everything it got was genuine, in English. */
export const CLIENT_ERRORS_EN: Words<ClientErrorArguments> = {
  'build-unknown': ({ version, configuration }) => ({
    message: say`Version ${version} has no file for the configuration ${configuration}.`,
    cure: say`Check the name of the configuration (Метаданные.Имя) or choose another version.`,
  }),
  'document-format-unsupported': ({ name }) => ({
    message: say`The document ${name} is written in a newer format.`,
    cure: say`Update the program.`,
  }),
  'document-id-unexpected': ({ name, id }) => ({
    message: say`The document ${name} is about the extension “${id}”, not the one that was asked for.`,
    cure: say`Do not install it, and tell the publisher.`,
  }),
  'extension-unknown': ({ id }) => ({
    message: say`The repository has no extension “${id}”.`,
    cure: say`Check the code of the extension: vypusk client list shows it.`,
  }),
  'bundle-unreadable': ({ reason }) => ({
    message: say`This is not a bundle: the file cannot be read (${reason}).`,
    cure: say`Make it again: vypusk bundle create.`,
  }),
  'file-name-unsafe': ({ name }) => ({
    message: say`The file name “${name}” would leave its folder.`,
    cure: say`Tell the publisher; nothing was written.`,
  }),
  'licensing-unknown': () => ({
    message: say`The repository knows no licences: nothing is sold here.`,
    cure: say`Leave the key out, or check the address of the repository.`,
  }),
  'nothing-to-adapt': ({ id }) => ({
    message: say`There is no file of “${id}” to adapt: every release was withdrawn.`,
    cure: say`Ask the vendor, or take another extension of the list.`,
  }),
  'not-offered': ({ id }) => ({
    message: say`The extension “${id}” is not offered to this infobase.`,
    cure: say`vypusk client list shows the reasons.`,
  }),
  'release-unknown': ({ id, version }) => ({
    message: say`The extension “${id}” has no version ${version}.`,
    cure: say`Choose a version that exists.`,
  }),
  'release-withdrawn': ({ id, version }) => ({
    message: say`Version ${version} of the extension “${id}” was withdrawn.`,
    cure: say`Choose another version.`,
  }),
};
