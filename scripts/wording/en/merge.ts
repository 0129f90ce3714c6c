import type { MergeRefusalCode } from '../../github/merge-refusal.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Why a pull request waits for a person. */
export const MERGE_EN: Words<Untyped<MergeRefusalCode>> = {
  'merge-not-tried': () => ({
    message: say`GitHub has not tried to merge these changes yet, or they conflict with the main branch.`,
    cure: say`Update the branch and check again.`,
  }),
  'merge-not-open': () => ({ message: say`The pull request is closed.`, cure: '' }),
  'merge-draft': () => ({ message: say`It is a draft.`, cure: say`Mark it as ready.` }),
  'merge-other-base': ({ base }) => ({ message: say`It goes into another branch: ${base}.`, cure: '' }),
  'merge-head-moved': () => ({
    message: say`The branch was pushed to after the check.`,
    cure: say`Wait for the new check.`,
  }),
  'merge-too-many-files': ({ count, limit }) => ({
    message: say`${count} files are changed; without a person at most ${limit} are merged.`,
    cure: say`Merge it yourself.`,
  }),
  'merge-files-unlisted': ({ count, listed }) => ({
    message: say`GitHub counts ${count} files and lists ${listed}.`,
    cure: say`Merge it yourself.`,
  }),
  'merge-not-added': ({ file, status }) => ({
    message: say`A file is not added but ${status}: ${file}.`,
    cure: say`Without a person only new files are merged.`,
  }),
  'merge-outside': ({ file }) => ({
    message: say`A file belongs to no release of an extension: ${file}.`,
    cure: say`Without a person only new releases are merged.`,
  }),
  'merge-several-extensions': ({ ids }) => ({
    message: say`It touches several extensions: ${ids}.`,
    cure: say`Submit them one by one.`,
  }),
  'merge-extension-unknown': ({ id }) => ({
    message: say`The default branch has no extension ${id} yet.`,
    cure: say`A person merges the first release.`,
  }),
  'merge-release-known': ({ id, version }) => ({
    message: say`Release ${version} of ${id} is there already.`,
    cure: say`Only a person changes a published release.`,
  }),
  'merge-not-plain-file': ({ file }) => ({
    message: say`This is not a plain file: ${file}.`,
    cure: say`Links and submodules are not merged without a person.`,
  }),
  'merge-no-owners': ({ id }) => ({
    message: say`The extension ${id} names no owners.`,
    cure: say`Name them as owners in extension.yaml.`,
  }),
  'merge-author-not-owner': ({ login }) => ({
    message: say`The author, ${login}, is no owner of the extension.`,
    cure: say`Merge it yourself, or name the author as an owner.`,
  }),
  'merge-pusher-not-owner': ({ login }) => ({
    message: say`The branch was pushed to by ${login}, who is no owner of the extension.`,
    cure: say`Merge it yourself.`,
  }),
  'merge-pushers-unknown': () => ({
    message: say`GitHub does not tell everyone who pushed to the branch.`,
    cure: say`Look at the whole change and merge it yourself.`,
  }),
  'merge-fork-not-owners': ({ login }) => ({
    message: say`The branch is in the repository of somebody else: ${login}.`,
    cure: say`Push the branch to the repository of an owner.`,
  }),
  'merge-check-missing': ({ name }) => ({
    message: say`There is no check ${name}.`,
    cure: say`Wait for it.`,
  }),
  'merge-check-pending': ({ name }) => ({
    message: say`A check is still running: ${name}.`,
    cure: say`Wait for it.`,
  }),
  'merge-check-red': ({ name }) => ({
    message: say`A check failed: ${name}.`,
    cure: say`Mend what it found.`,
  }),
  'merge-objection': ({ login }) => ({ message: say`${login} asks for changes.`, cure: say`Come to terms.` }),
};
