import type { SubmitText } from './submit.ru.ts';

/** What `submit` says, and what it writes into a pull request, in English. */
export const SUBMIT_EN: SubmitText = {
  help: {
    summary: 'add files and open a pull request in the releases repository (needs GITHUB_TOKEN)',
    files: '.cfe files or folders of them',
    checkout: 'checkout of the releases repository; its files stay as they are (default: the current folder)',
    repository: 'releases repository, owner/name (default: GITHUB_REPOSITORY)',
    fork: 'where to push the branch, owner/name, if you may not write to the repository itself',
    base: 'branch that the pull request goes into',
    inputs: 'take files and options from variables INPUT_*, as a GitHub action hands them over',
    dryRun: 'show the branch, the files and the text of the pull request, send nothing',
  },
  noFiles: 'no .cfe file is named',
  badRepository: (name) => `"${name}" is not a repository: owner/name is needed (--repository)`,
  noBase: (branch) => `the releases repository has no branch ${branch}`,
  published: (file) =>
    `${file} is published with other content. A published file never changes: give the file a new version.`,
  foreign: (branch, file) =>
    `the branch ${branch} holds ${file}, which is not submitted here. Find out who put it there, delete the branch, and repeat.`,
  gitFailed: (command, reason) => `git ${command} failed: ${reason}`,
  gitCure:
    'Check the rights of the token (contents: write) and that no other submission is running, then repeat',
  outcome: {
    created: (url) => `The pull request is open: ${url}\n`,
    updated: (url) => `The pull request is updated: ${url}\n`,
    unchanged: (url) => `All is submitted already, nothing is new: ${url}\n`,
    merged: (url) => `Merged already: ${url}\n`,
    closed: (url) =>
      `The pull request was closed without a merge: ${url}. The same file is not submitted again; change it, or reopen the pull request.\n`,
  },
  inRepository: 'the releases repository',
  wouldSubmit: (branch) => `Branch ${branch}. Nothing was sent (--dry-run).\n`,
  title: (name, versions) => `Release ${name} ${versions}`,
  titleMany: (count) => `Add ${count} releases`,
  opening: 'Made by `vypusk submit`. The report of who will be offered what comes as a comment of its own.',
  added: 'What is added',
  columns: ['Extension', 'Version', 'Channel', 'Date', 'File', 'Bytes', 'Made for'],
  says: 'What the file says',
  facts: {
    name: 'name',
    sha256: 'SHA-256',
    vendor: 'vendor',
    purpose: 'purpose',
    mode: 'compatibility mode',
    interceptions: 'methods intercepted',
    http: 'HTTP services',
    roles: 'roles for everybody',
    dataStructure: 'changes the data structure',
  },
  yes: 'yes',
  no: 'no',
  more: (count) => `And ${count} more releases.`,
  checklist: 'Before the merge',
  checks: [
    'The notes speak to the person who installs (`notes.ru.md`, `notes.en.md`)',
    'The ranges of configuration versions are right, tested versions are given (`tested`)',
    'The extension was installed and tried on a copy of an infobase',
    'Safe mode and exclusive mode are right (`install`)',
  ],
  notesMissing: (file) => `Write ${file}`,
};
