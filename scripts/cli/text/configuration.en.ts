import type { ConfigurationText } from './configuration.ru.ts';

/** What `configuration` and `verdict` say, in English. */
export const CONFIGURATION_EN: ConfigurationText = {
  help: {
    summary: 'fingerprints of versions of a configuration: names and digests, none of its code',
    add: 'read a dump of a configuration and write its fingerprint',
    source:
      'folder with a dump of Designer to files, or an EDT project; a git folder where --revision is given',
    revision: 'read the dump from this git revision; nothing is checked out',
    name: 'name of the configuration, as manifests of releases have it',
    version: 'version of the configuration (default: from the dump)',
    fingerprints: 'folder of fingerprints',
    list: 'show the versions that have fingerprints',
    verdict: 'tell with which versions of a configuration an extension breaks, and why',
    file: 'extension',
    baseline: 'version that the extension was tested with: texts of methods are compared with it',
  },
  noFolder: (folder) => `there is no folder ${folder}`,
  noDump: (folder) =>
    `there is no dump of a configuration in ${folder}: neither Configuration.xml (Designer) nor Configuration.mdo (EDT) was found`,
  noExtension: (file) => `${file} is no configuration extension`,
  badName: (name) => `"${name}" is no name of a configuration: one has letters, digits and underscores`,
  badVersion: (version) =>
    `"${version}" is no version: give it with --version, for example --version 3.0.175.20`,
  badFingerprint: (file) =>
    `${file} is no fingerprint or was made by other rules: remove it and run configuration add again`,
  noFingerprints: (name, folder) =>
    `there are no fingerprints of ${name} in ${folder}: make them with configuration add`,
  noBaseline: (version, versions) =>
    `version ${version} has no fingerprint (there are ${versions.length}, ${versions[0]} – ${versions.at(-1)}): add it with configuration add`,
  added: ({ name, version, objects, methods, file }) =>
    `${name} ${version}: objects ${objects}, methods ${methods} → ${file}\n`,
  listed: (name, count, range) => `${name}: ${count} versions (${range})\n`,
  verdicts: {
    broken: 'breaks',
    look: 'the developer should look',
    unknown: 'unknown',
    ok: 'nothing changed',
  },
  promise:
    'This is a forecast for the unmodified configuration. The platform has the last word: the installer asks it before it writes.',
};
