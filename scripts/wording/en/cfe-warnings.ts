import type { CfeWarningArguments } from '../../cfe/index.ts';
import { say, type Words } from '../wording.ts';

const SAVE_AGAIN = 'Save the extension to a file from the Designer again.';
const LOOK = 'Make sure that the Designer saved the file and no other program built it.';
const REPORT = 'The file can be read all the same; tell us about it so that we learn to understand this.';

/** What is odd about a 1C file that can be read all the same, in English. */
export const CFE_WARNINGS_EN: Words<CfeWarningArguments> = {
  'compatibility-mode-unknown': ({ code }) => ({
    message: say`The compatibility mode with code ${code} is unknown.`,
    cure: REPORT,
  }),
  'default-role-missing': ({ uuid }) => ({
    message: say`The extension does not have its default role ${uuid}.`,
    cure: say`Check the list of default roles of the extension in the Designer.`,
  }),
  'deflate-trailing-bytes': ({ element, bytes }) => ({
    message: say`${bytes} bytes too many stand behind the compressed data of element ${element}.`,
    cure: LOOK,
  }),
  'element-unreadable': ({ element }) => ({
    message: say`The element ${element} cannot be read.`,
    cure: SAVE_AGAIN,
  }),
  'entry-name-surrogate': ({ name }) => ({
    message: say`The element name “${name}” holds half of a character.`,
    cure: LOOK,
  }),
  'entry-name-suspicious': ({ name }) => ({
    message: say`The element name “${name}” looks like a path.`,
    cure: say`Do not unpack this file with other programs, and find out where it came from.`,
  }),
  'entry-name-tail': ({ name }) => ({
    message: say`Something stands behind the element name “${name}”.`,
    cure: LOOK,
  }),
  'entry-times-odd': ({ count }) => ({
    message: say`${count} elements have an impossible time of change.`,
    cure: LOOK,
  }),
  'entry-without-content': ({ name }) => ({
    message: say`The element “${name}” has no content.`,
    cure: LOOK,
  }),
  'free-list-broken': ({ offset }) => ({
    message: say`The list of free blocks is damaged (offset ${offset}).`,
    cure: SAVE_AGAIN,
  }),
  'http-method-unknown': ({ code, name }) => ({
    message: say`The method “${name}” of an HTTP service has the unknown code ${code}.`,
    cure: REPORT,
  }),
  'integrity-mismatch': ({ element }) => ({
    message: say`The checksum of element ${element} does not agree.`,
    cure: SAVE_AGAIN,
  }),
  'integrity-missing': ({ element }) => ({
    message: say`The element ${element} is in the table of checksums and not in the file.`,
    cure: SAVE_AGAIN,
  }),
  'integrity-repeated': ({ count }) => ({
    message: say`The table of checksums has ${count} repetitions.`,
    cure: SAVE_AGAIN,
  }),
  'integrity-unlisted': ({ element }) => ({
    message: say`The element ${element} is not in the table of checksums.`,
    cure: SAVE_AGAIN,
  }),
  'interception-without-handler': ({ module, method }) => ({
    message: say`The interception of “${method}” in module ${module} has no handler.`,
    cure: say`Delete the annotation, or write a procedure below it.`,
  }),
  'kind-unknown': ({ guid, count }) => ({
    message: say`The file has ${count} objects of the unknown kind ${guid}.`,
    cure: REPORT,
  }),
  'language-code-odd': ({ language }) => ({
    message: say`The language code “${language}” is unusual.`,
    cure: say`Check the code of the language in the properties of the extension.`,
  }),
  'leftover-memory': ({ pieces, bytes }) => ({
    message: say`The file holds readable pieces of the Designer’s memory: ${pieces} of them, ${bytes} bytes.`,
    cure: say`Dump the extension to files, load it into a clean infobase and save the .cfe there.`,
  }),
  'module-protected': ({ module }) => ({
    message: say`The text of module ${module} is locked: what it intercepts cannot be seen.`,
    cure: say`That is as it should be where a module has a password or comes without its text.`,
  }),
  'object-unreadable': ({ kind, uuid }) => ({
    message: say`The object ${kind} (${uuid}) cannot be read.`,
    cure: SAVE_AGAIN,
  }),
  'purpose-unknown': ({ code }) => ({
    message:
      code === ''
        ? say`The file does not say the purpose of the extension.`
        : say`The purpose with the code ${code} is not known.`,
    cure: REPORT,
  }),
  'stray-closing-brace': ({ element, count }) => ({
    message: say`The element ${element} has closing braces too many: ${count}.`,
    cure: say`Genuine files have that too; saving the extension again is enough.`,
  }),
  'text-not-unicode': ({ element }) => ({
    message: say`The text of element ${element} is in an old encoding.`,
    cure: SAVE_AGAIN,
  }),
  'toc-tail-ignored': ({ bytes }) => ({
    message: say`The table of contents has ${bytes} bytes too many at its end.`,
    cure: LOOK,
  }),
  'trailing-bytes': ({ bytes }) => ({
    message: say`${bytes} more bytes stand behind the end of the container.`,
    cure: LOOK,
  }),
  'warnings-cut': ({ left }) => ({
    message: say`${left} more warnings are not shown.`,
    cure: say`Begin with those above.`,
  }),
  'writer-newer-than-mode': ({ tuple, mode }) => ({
    message: say`A file with compatibility mode ${mode} was saved by a newer platform (${tuple}).`,
    cure: say`Save the .cfe with the platform that it is meant for.`,
  }),
  'writer-unknown': ({ tuple }) => ({
    message: say`The platform that saved the file (${tuple}) is unknown.`,
    cure: REPORT,
  }),
};
