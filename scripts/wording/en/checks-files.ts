import type { FileCheckCode } from '../check-groups.ts';
import { say, sayReason, type Untyped, type Words } from '../wording.ts';
import { CFE_ERRORS_EN } from './cfe-errors.ts';
import { CFE_WARNINGS_EN } from './cfe-warnings.ts';

const KINDS: ReadonlyMap<unknown, string> = new Map([
  ['Configuration', 'a configuration'],
  ['ExternalDataProcessor', 'an external data processor'],
  ['ExternalReport', 'an external report'],
]);

/** Checks of files, in English. */
export const FILE_CHECKS_EN: Words<Untyped<FileCheckCode>> = {
  'build-file-missing': ({ file, path }) => ({
    message: say`${file} does not lie beside the manifest, and it has no addresses.`,
    cure: say`Put the file at ${path} or write urls: [https://…].`,
  }),
  'build-file-repeated': ({ file }) => ({
    message: say`The release names ${file} twice: only one would be published.`,
    cure: say`Give the files different names (case does not count) or join their configurations in one entry.`,
  }),
  'file-hash-mismatch': ({ file, actual }) => ({
    message: say`${file} is not the file that is described: its SHA-256 differs.`,
    cure: say`Put the former file back, or describe the new one: vypusk add ${file} (SHA-256 ${actual}).`,
  }),
  'file-integrity': ({ file, count, elements }) => ({
    message: say`The table of checksums inside ${file} does not agree (${count}: ${elements}): the file was damaged or changed by another program.`,
    cure: say`Save the extension from the Designer again and add it: vypusk add ${file}.`,
  }),
  'file-length-mismatch': ({ file, written, actual }) => ({
    message: say`${file} has ${actual} bytes, the manifest says ${written}.`,
    cure: say`Put the former file back, or describe the new one: vypusk add ${file} (length: ${actual}).`,
  }),
  'file-leftover-memory': ({ file, path, pieces, bytes }) => ({
    message: say`Between the modules of ${file} is text that stands in none of them: ${pieces} places, ${bytes} bytes. It is memory of the Designer and may hold texts and passwords of others.`,
    cure: say`Look at it: vypusk inspect --leftovers releases/${path}. To get rid of it, dump the extension to files, load it into a clean infobase and save the .cfe there; if it is harmless, write why: leftovers: "…".`,
  }),
  'file-lfs-pointer': ({ file, path }) => ({
    message: say`A pointer of Git LFS lies in place of the file ${file}: the file itself is not on this machine.`,
    cure: say`Fetch the files: git lfs pull. In workflows of your own give the checkout step lfs: true (file: ${path}).`,
  }),
  'file-name-mismatch': ({ file, actual, name, manifest }) => ({
    message: say`${file} holds the extension “${actual}”, the manifest says “${name}”.`,
    cure: say`Put the file of “${name}” here, or correct name in ${manifest}.`,
  }),
  'file-newer-platform': ({ file, writer }) => ({
    message: say`${file} was saved by platform ${writer}, and the release promises to work on 8.3: an older platform may not open it.`,
    cure: say`Save the .cfe with platform 8.3, or write requires: {platform: ">=8.5"}.`,
  }),
  'file-not-extension': ({ file, type }) => ({
    message: say`${file} holds ${KINDS.get(type) ?? type}, not an extension.`,
    cure: say`Save the extension to a .cfe file from the Designer and put that here.`,
  }),
  'file-not-protected': ({ file, reason }) => ({
    message: say`The file ${file} is called protected and is not (${reason}).`,
    cure: say`Protect the .cfe on your machine: vypusk add. If the archive was published, the file is given away.`,
  }),
  'file-odd': (args) => {
    const { message, cure } = sayReason(CFE_WARNINGS_EN, args);
    return { message: say`Something odd about ${args['file']}. ${message}`, cure };
  },
  'file-protection-mismatch': ({ file, price }) =>
    price === 'paid'
      ? {
          message: say`The extension is paid, and ${file} lies open: anybody can download it.`,
          cure: say`Protect the file: vypusk add ${file} makes ${file}.zip; take an open file that was published for given away.`,
        }
      : {
          message: say`The extension is free, and ${file} is protected: nothing opens it.`,
          cure: say`Publish a plain .cfe, or write price: paid in extension.yaml.`,
        },
  'file-refused': (args) => {
    const { message, cure } = sayReason(CFE_ERRORS_EN, args);
    return { message: say`${args['file']} cannot be read. ${message}`, cure };
  },
  'file-unlisted': ({ file, manifest }) => ({
    message: say`No entry of builds names ${file}, so it would not be published.`,
    cure: say`Add it to ${manifest} with vypusk add, or delete it.`,
  }),
  'file-unreachable': ({ file, url, reason }) => ({
    message: say`The file ${file} could not be fetched from ${url} (${reason}): nobody has seen what is in it.`,
    cure: say`See that the address opens without a password and leads to this file, and check again. Without that, only a person who has seen the file merges such a release.`,
  }),
  'file-version-mismatch': ({ file, actual, version }) => ({
    message:
      actual === ''
        ? say`The version inside ${file} is empty, the release says ${version}: an infobase could not tell what it has.`
        : say`The version inside ${file} is “${actual}”, the release says ${version}.`,
    cure: say`Write what the file says here, fileVersion: "${actual}", or the other into the extension’s property «Версия» in the Designer, and save the .cfe again.`,
  }),
  'file-version-repeated': ({ fileVersion, version, other }) => ({
    message: say`The files of ${version} and ${other} say the same version of themselves, “${fileVersion}”: an infobase that reports it is taken to have the newer one.`,
    cure: say`Give each release a version of its own in the property «Версия» of the extension, before it is published; nothing is to be done for the ones that are.`,
  }),
  'http-services-unmentioned': ({ file, services }) => ({
    message: say`${file} has HTTP services (${services}), and the administrator is not told to publish them.`,
    cure: say`Write install: {publish: [httpServices]}.`,
  }),
  'language-bound': ({ file, language, configurations }) => ({
    message: say`${file} is for several configurations (${configurations}), but its language “${language}” is bound to one: it will not attach in the others.`,
    cure: say`Clear the reference of “${language}” to the object of the extended configuration, or release a file for each configuration.`,
  }),
  'passport-missing': ({ file, passport }) => ({
    message: say`${file} has no passport: a pull request does not show what it adds and intercepts.`,
    cure: say`Make ${passport}: vypusk add ${file}.`,
  }),
  'passport-required': ({ file, passport }) => ({
    message: say`The file ${file} lies at an address outside this repository and has no passport: nobody sees what it adds and intercepts.`,
    cure: say`Make ${passport}: run vypusk add on the .cfe with --url.`,
  }),
  'passport-stale': ({ passport, file, field }) => ({
    message: say`The passport ${passport} is not of this file: ${field} differs.`,
    cure: say`Make the passport again: vypusk add ${file}.`,
  }),
  'platform-below-compatibility': ({ file, platform, range }) => ({
    message:
      range === ''
        ? say`${file} attaches from platform ${platform} on, and the release does not ask for it.`
        : say`${file} attaches from platform ${platform} on, and “${range}” admits older ones.`,
    cure: say`Write requires: {platform: ">=${platform}"}.`,
  }),
};
