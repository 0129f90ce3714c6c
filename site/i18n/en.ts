import { CHANGES_EN } from './changes.en.ts';
import { FIT_EN } from './fit.en.ts';
import { INSTALLER_EN } from './installer.en.ts';
import { INSTALL_EN } from './install.en.ts';
import { LICENSE_EN } from './license.en.ts';
import { PASSPORT_EN } from './passport.en.ts';
import { PURCHASE_EN } from './purchase.en.ts';
import { counted } from './plural.ts';
import type { Texts } from './texts.ts';
import { MIGRATION_EN } from './migration.en.ts';
import { TRUST_EN } from './trust.en.ts';

/** Everything that the site says, in English. */
export const EN: Texts = {
  shell: {
    catalogue: 'Catalogue',
    documentation: 'Documentation',
    trust: 'Trust',
    fit: 'What fits me',
    license: 'My licence',
    mainNavigation: 'Sections of the site',
    breadcrumbs: 'You are here',
    otherLanguage: 'Русский',
    signed: 'Every file is signed: how to verify it',
    notFound: 'There is no such page',
    notFoundHint: 'Back to the catalogue',
  },
  marks: {
    channels: new Map([
      ['stable', 'stable'],
      ['beta', 'beta'],
      ['alpha', 'alpha'],
      ['rc', 'release candidate'],
    ]),
    importance: { normal: 'normal', recommended: 'recommended', critical: 'critical' },
    withdrawn: 'withdrawn',
    free: 'free',
    paid: 'needs a licence',
    rollout: (percent) => `offered to ${percent}% of infobases`,
    rolloutPaused: 'rollout paused',
  },
  catalogue: {
    title: (publisher) => `1C extensions: ${publisher}`,
    description: 'Extensions of 1C:Enterprise configurations with signed releases.',
    lead: 'Choose an extension to see whether it fits your configuration, what the newest release brings and how to install it.',
    counts: (extensions, configurations) =>
      `${counted('en', extensions, { one: 'extension', other: 'extensions' })} for ${counted('en', configurations, { one: 'configuration', other: 'configurations' })}`,
    updated: (date) => `newest release ${date}`,
    empty: 'There are no extensions here yet.',
    byConfiguration: 'By configuration',
    feed: 'Feed of releases (Atom)',
    price: 'Price',
    channel: 'Has releases',
    all: 'all',
    filters: 'Show',
    forConfiguration: (configuration) => `Extensions for ${configuration}`,
    called: (names) => `Inner name, and what else it is called: ${names}`,
    forConfigurationLead: (configuration) =>
      `What is made for ${configuration}, and for which of its versions.`,
    noRelease: 'No releases yet',
    columns: { extension: 'Extension', versions: 'Configuration versions', release: 'Release' },
  },
  compatibility: {
    every: 'Any configuration',
    edition: (title, edition) => `${title}, edition ${edition}`,
    tested: (version) => `tested with ${version}`,
    untested: 'not tested separately',
    from: (version) => `from ${version}`,
    after: (version) => `after ${version}`,
    below: (version) => `below ${version}`,
    upTo: (version) => `up to ${version}`,
    exactly: (version) => `only ${version}`,
    anyVersion: 'any version',
    or: 'or',
  },
  extension: {
    vendor: 'Vendor',
    innerName: 'Name in the infobase',
    newest: 'Newest releases',
    download: 'Download',
    whatIsNew: 'What is new',
    fits: 'Does it fit you',
    fitsLead:
      'You find the name and version of your configuration in the “About” window. On a version newer than the tested one an extension usually works, but the vendor has not tried it yet.',
    picture: 'Compatibility as a picture',
    pictureLead:
      'Configuration versions from left to right, releases from top to bottom. The solid part was tested by the vendor, the dashed one is claimed.',
    inside: 'What is inside',
    insideLead: (version) =>
      `Read from the file of release ${version} itself: what it adds to the infobase and what it intercepts.`,
    install: 'How to install',
    releases: 'All releases',
    noRelease: 'No releases yet.',
    badges: 'Badges for your own site',
    badgesLead: 'They show the newest release and the tested configuration version, and stay up to date.',
    agreement: 'Licence agreement',
    agreementRead: 'read',
    pages: 'More about it',
    screenshots: 'What it looks like',
    columns: {
      configuration: 'Configuration',
      versions: 'Versions',
      tested: 'Tested with',
      release: 'Release',
      file: 'File',
      date: 'Date',
      channel: 'Channel',
      brief: 'What is new',
    },
  },
  passport: PASSPORT_EN,
  release: {
    title: (extension, version) => `${extension} ${version}`,
    released: (date) => `Released ${date}`,
    notes: 'What is new',
    noNotes: 'The vendor did not describe the changes.',
    files: 'Files',
    sha256: 'SHA-256',
    size: 'Size',
    exclusive: 'others must leave while it is installed',
    protectedFile: 'opened by a licence',
    otherAddresses: 'Other addresses of the file',
    install: 'How to install',
    verify: 'Verify the file',
    verifyLead: 'The command prints the SHA-256 of the downloaded file: compare it with the one above.',
    verifyTrust: 'How to verify the signature with an independent program',
    withdrawnTitle: (date) => `Withdrawn ${date}`,
    withdrawnReplacement: 'Install this instead:',
    older: 'Previous release',
    newer: 'Next release',
  },
  install: INSTALL_EN,
  installer: INSTALLER_EN,
  changes: CHANGES_EN,
  fit: FIT_EN,
  license: LICENSE_EN,
  purchase: PURCHASE_EN,
  migration: MIGRATION_EN,
  trust: TRUST_EN,
  publications: {
    httpServices: 'publication of HTTP services',
    clientAccess: 'access for client applications',
  },
};
