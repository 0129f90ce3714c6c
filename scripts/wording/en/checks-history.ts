import type { HistoryCheckCode } from '../check-groups.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Checks against what is already published, in English. */
export const HISTORY_CHECKS_EN: Words<Untyped<HistoryCheckCode>> = {
  'extension-name-changed': ({ was, is }) => ({
    message: say`The name of a published extension changed from “${was}” to “${is}”: infobases would get a second one beside the first.`,
    cure: say`Put name: ${was} back; give an extension of another name a folder of its own.`,
  }),
  'license-prefix-changed': ({ was, is }) => ({
    message: say`The prefix of licence keys changed from ${was} to ${is}: no key that was issued would fit.`,
    cure: say`Put licensePrefix: ${was} back.`,
  }),
  'published-extension-deleted': ({ id }) => ({
    message: say`The published extension ${id} was deleted, and infobases go on asking for it.`,
    cure: say`Put the folder extensions/${id} back, and withdraw releases that must not be installed.`,
  }),
  'published-file-changed': ({ version, file, was, is }) => ({
    message:
      is === ''
        ? say`The file ${file} of the published version ${version} was taken out of the release.`
        : say`The file ${file} of the published version ${version} was replaced: whoever remembers the former one will refuse this.`,
    cure: say`Put the former file back (sha256: ${was}) and release the new one as the next version.`,
  }),
  'published-release-changed': ({ version, field, was, is }) => ({
    message:
      field === 'withdrawn'
        ? say`The withdrawal of version ${version} (${was}) was removed, and infobases were already told of it.`
        : say`In the published version ${version} the field ${field} changed from “${was}” to “${is}”.`,
    cure:
      field === 'withdrawn'
        ? say`Put withdrawn back and release the correction as the next version.`
        : say`Put ${field}: ${was} back; release the next version with the new value.`,
  }),
  'published-release-deleted': ({ version, file }) => ({
    message: say`The published version ${version} was deleted, and somebody has it installed.`,
    cure: say`Put ${file} back; if the version must not be installed, withdraw it.`,
  }),
  'publisher-url-changed': ({ was, is }) => ({
    message: say`The address of the repository changed from ${was} to ${is}, and installers know the former one.`,
    cure: say`Keep the same contents, or a redirect, at ${was}.`,
  }),
  'trust-root-changed': ({ file, how }) => ({
    message:
      how === 'deleted'
        ? say`The signed root of trust ${file} was deleted.`
        : say`The signed root of trust ${file} was changed.`,
    cure: say`Put the former ${file} back: new keys come with the next root, former roots stay for ever.`,
  }),
};
