import type { MessageText } from './messages.ru.ts';

/** What commands say, in English. */
export const MESSAGES_EN: MessageText = {
  wrongUse: (what) => `That will not work: ${what}`,
  reading: 'Reading files',
  copying: 'Placing files',
  buildingSite: 'Building pages',
  commander: [],
  interrupted:
    'the input ended, nothing was written; answers can be given as options too (--help names them)',
  notUtf8: (file) => `${file} is not UTF-8: save it in that encoding`,
  noFile: (file) => `there is no file ${file}`,
  noFolder: (folder) => `there is no folder ${folder}`,
  noRepository: (folder) => `${folder} has no metadata/timestamp.json: it is not a built repository`,
  noRoot: (folder) => `${folder} holds no root of trust; make keys: vypusk keys init --keys DIR`,
  badPort: (port) => `${port} is not a port number`,
  badMoment: (moment) => `${moment} is not a moment; write it like 2026-11-20T12:00:00Z`,
  badVersion: (option, version) => `${option}: "${version}" is not a version; write it like 3.0.171.9`,
  badPair: (option, pair) => `${option}: "${pair}" should look like Name=value`,
  badAddress: (address) => `${address} is not an http(s) address`,
  tooLarge: (file, limit) => `${file} is longer than ${limit} bytes`,
  fileExists: (file) => `${file} exists already; keys and roots are never overwritten`,
  secretInRepository: (file) =>
    `${file} lies in a working copy of git and would be committed: name a folder outside of it, like ../keys`,
  stateBusy: (folder) => `another client works with ${folder} and does not end`,
  noPassphrase: 'a passphrase is needed: --passphrase-file, or the variable VYPUSK_PASSPHRASE',
  askPassphrase: 'Passphrase of the keys',
  askNewPassphrase: 'Choose a passphrase for the keys',
  askPassphraseAgain: 'Once more',
  passphrasesDiffer: 'the two passphrases differ',
  serving: (folder, url) => `${folder}: ${url}  (Ctrl+C stops it)`,
  refused: (file, message) => `${file}: ${message}\n`,
  elsewhere: (count) =>
    `And problems in what the change does not touch: ${count} (all of them: vypusk check).\n`,
  badFormat: (format, known) => `--format: "${format}" should be one of ${known}`,
  siteFailed: (log) => `The pages could not be built:\n${log}\n`,
  built: (made) =>
    `Done: ${made.out}  ${made.documents} documents, ${made.files} files, timestamp no. ${made.version}\n`,
  status: {
    install: 'install     ',
    update: 'update      ',
    current: 'up to date  ',
    unavailable: 'unavailable ',
  },
  withdrawn: (reason) => `    The installed version was withdrawn: ${reason}\n`,
  pagesBuilt: (out: string, digest: string) => `Pages are built: ${out}\nDigest: ${digest}\n`,
  pagesRefused: (code: 'pages-changed' | 'pages-odd-file' | 'pages-missing', file: string) =>
    ({
      'pages-changed': `The finished pages (${file}) are not the ones that were built: the digest differs. Build them again with vypusk pages.`,
      'pages-odd-file': `Among the finished pages lies what must not be there: ${file}. Build them again with vypusk pages.`,
      'pages-missing': `There are no finished pages: ${file}. Build them with vypusk pages.`,
    })[code],
  nothingMade: 'Nothing is made for this configuration.\n',
  nearest: 'The nearest extensions, which could be adapted:\n',
  nearReason: {
    family: (names) => `same family: ${names}`,
    subsystems: (names) => `shares subsystems: ${names}`,
    reach: (names) => `made for: ${names}`,
  },
  nearFile: (got) =>
    `    file to adapt: ${got.file} of version ${got.version}, ${got.length} bytes — vypusk client get --adapt --extension ${got.id}\n`,
  nearAdopts: (names, more) => `    adopts: ${names}${more === 0 ? '' : `, and ${more} more`}\n`,
  nearIntercepts: (names, more) => `    intercepts: ${names}${more === 0 ? '' : `, and ${more} more`}\n`,
  downloaded: (got) => `${got.file}: version ${got.version}, length and SHA-256 verified (${got.sha256})\n`,
  refreshed: (version) => `There is something new: all metadata verified, timestamp no. ${version}.`,
  current: (expires) => `Nothing new. The timestamp is good until ${expires}.`,
  expired: (expires) =>
    `The timestamp has expired (${expires}): install nothing new. What is installed keeps working.`,
  clockBehind: (now, signed) =>
    `The clock shows ${now}, but a signature was made at ${signed}: check the clock.`,
  unreachable: (code) => `The repository does not answer (${code}). What is known stays known.`,
  refreshNeeded: (reason) => `A full verification is needed (${reason}).`,
  badNumber: (option, number) => `${option}: "${number}" is not a number`,
  timestampSigned: (version, expires) => `Timestamp no. ${version} signed, good until ${expires}.\n`,
  expiresSoon: (role, left, needed) => `${role}: ${left} days left, at least ${needed} are needed\n`,
  verified: (seen) =>
    `${seen.documents} documents verified; ${seen.extensions} extensions, ${seen.releases} releases; signed ${seen.issued}\n`,
  oneSource: 'one of --url and --bundle is needed',
  bundled: (file, entries, bytes) => `${file}: ${entries} files, ${bytes} bytes\n`,
  asOf: (moment) => `State as of ${moment}; it has expired, which stops nothing that was carried in.\n`,
  startsAnew:
    'No publication before this one was found: version numbers start at 1. If there is one, name it: --previous URL.\n',
  written: (file) => `${file}\n`,
};
