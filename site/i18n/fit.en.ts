import type { FitTexts } from './fit-texts.ts';
import { counted } from './plural.ts';

/** The page «What fits me» in English. */
export const FIT_EN: FitTexts = {
  title: 'What fits me',
  description:
    'Which extensions and which of their releases fit your configuration, its version and platform.',
  lead: 'Name your configuration and its version: the page compares them with the signed documents and answers what an installer would answer.',
  needsScripts:
    'The answer is worked out in the page itself, which takes scripts. Without them see the tables by configuration in the catalogue.',
  configuration: 'Configuration',
  chooseConfiguration: 'Choose…',
  otherConfiguration: 'Another one, not in the list',
  version: 'Configuration version',
  versionHint: 'For example 3.0.171.9',
  platform: 'Platform version',
  platformHint: 'For example 8.3.24.1761',
  more: 'More details',
  ssl: 'SSL version',
  sslHint:
    'Standard Subsystems Library (БСП); nearly all standard configurations have it. For example 3.1.9.102',
  channel: 'Releases to show',
  untested: 'Show releases that were not tested with my version',
  basic: 'Mine is a basic version',
  cloud: 'The infobase runs in a cloud (1C:Fresh)',
  submit: 'Find',
  whereToLook: 'The versions stand in the “About” window: the “i” in the title bar of 1C.',
  privacy: 'The answer is worked out in the browser: what you type is sent nowhere.',
  badVersion: 'A version is one to four numbers with dots: 3.0.171.9',
  badConfiguration: 'Choose a configuration',
  working: 'Verifying signatures…',
  verified: (moment) => `Signatures were verified in your browser. The documents were signed ${moment}.`,
  noRoot:
    'This site has no keys yet, so there is nothing to verify an answer with. See the tables by configuration in the catalogue.',
  failed: 'There is no answer',
  counts: (fitting, open, refused) =>
    `${fitting === 0 ? (open === 0 ? 'No extension fits' : 'There is no certain answer yet') : counted('en', fitting, { one: 'extension fits', other: 'extensions fit' })}${open === 0 ? '' : `, ${open} ${open === 1 ? 'needs' : 'need'} clarifying`}${refused === 0 ? '' : `, ${refused} ${refused === 1 ? 'does' : 'do'} not fit`}.`,
  nothingMade: 'Nothing was made for this configuration.',
  nothingAtAll: 'There is nothing similar either.',
  fits: 'fits',
  fitsLicense: 'fits, needs a licence',
  refused: 'does not fit',
  nearest: 'Nearest extensions',
  nearestLead: 'Made for other configurations; they can be downloaded and adapted.',
  nearReason: { family: 'same family', subsystems: 'shared subsystems', reach: 'many configurations' },
  shared: (subsystems) => `Adopts subsystems that you have: ${subsystems}`,
  adopts: (names, more) => `Adopts: ${names}${more === 0 ? '' : `, and ${more} more`}`,
  intercepts: (names, more) => `Intercepts: ${names}${more === 0 ? '' : `, and ${more} more`}`,
  adapt: 'Download to adapt,',
  madeFor: (configurations) => `Made for: ${configurations}`,
  release: 'Release',
  install: 'How to install',
  clarify: 'to be clarified',
  clarifyLead: (asked) => `That depends on ${asked}. Type it, and the answer becomes certain.`,
  missing: { version: 'the configuration version', platform: 'the platform version', ssl: 'the SSL version' },
  needs: {
    version: (range) => `the configuration version is ${range}`,
    platform: (range) => `the platform is ${range}`,
    ssl: (range) => `SSL is ${range}`,
  },
  possible: (release, conditions) =>
    conditions === ''
      ? `Release ${release} fits in the other cases.`
      : `Release ${release} fits if ${conditions}.`,
  whereSsl:
    'SSL (БСП) is the library that standard configurations are built on. An administrator knows its version, and the installer finds it out by itself.',
  about: 'Paste the line from the “About” window',
  aboutHint:
    'Several lines will do, or your own words: “Accounting 3.0.171.9, platform 8.3.24”. The fields below fill themselves.',
  aboutRead: 'The fields are filled: look them over and press “Find”.',
  aboutUnread: 'There is neither a configuration nor a version in this text. Fill the fields below.',
};
