import type { TestedText } from './tested.ru.ts';

/** What `tested` says, in English. */
export const TESTED_EN: TestedText = {
  help: {
    summary: 'write that the newest releases were tried with a version of a configuration',
    trials: 'configuration and version: БухгалтерияПредприятия=3.0.175.5; several are possible',
    extension: 'only this extension; may be repeated',
    widen: 'where the range does not admit the version, widen it to the end of its line (3.1.2.5 → <3.2)',
    dryRun: 'show what would change and write nothing',
  },
  badTrial: (word) => `cannot read “${word}”: write, for example, БухгалтерияПредприятия=3.0.175.5`,
  noConfiguration: (name, known) =>
    `there is no configuration “${name}” in configurations.yaml; there are: ${known}`,
  noExtension: (id, known) => `there is no extension “${id}”; there are: ${known}`,
  known: (id, name, version) => `${id}: tried with ${name} ${version} or newer already\n`,
  outside: (id, name, version) =>
    `${id}: no release admits ${name} ${version}; to widen a range: vypusk tested ${name}=${version} --widen --extension ${id}\n`,
  nobody: (name) => `no releases are made for ${name}\n`,
  dry: 'Nothing was written (--dry-run).\n',
  done: 'Written. Check it: vypusk check\n',
};
