import type { KeysText } from './keys.ru.ts';

/** What `keys` says, in English. */
export const KEYS_EN: KeysText = {
  badPublicKey: (half) => `"${half}" is not a public key: 64 hexadecimal digits, as keys new prints them`,
  badThreshold: (number) => `--threshold: "${number}" should be a number from 1 to 99`,
  badDuty: (duty, known) => `"${duty}" should be one of ${known}`,
  made: (folder) =>
    `Keys: ${folder}\n` +
    'Carry the root key (root.key.json) to a medium without a network and keep a copy: without it no other key can\n' +
    'ever be replaced, and every installer has to be handed out anew. A forgotten passphrase cannot be recovered.\n',
  rootComplete: (file) => `The root is signed: ${file}\nCommit it: installers trust it.\n`,
  rootWaits: (file, waiting) =>
    `The root waits for signatures: ${file}\nMay sign: ${waiting}\nNext: vypusk keys sign-root ${file} --key FILE\n`,
  onlyRenewed: 'No key changes, only the expiry.\n',
  change: (duty, before, after) =>
    `${duty}: ${before === after ? `threshold ${after}` : `threshold ${before} → ${after}`}\n`,
  notPublished: 'not published',
  age: (version, expires, days) => `no. ${version}, until ${expires}, days left: ${days}`,
  notForCi: (duty) => `${duty}: CI has publishing and timestamp only; the root key never goes there`,
  oneKeyNeeded: (duty, found) =>
    `exactly one ${duty} key file is needed, found: ${found === '' ? 'none' : found}; move old ones away`,
  exported: (variable) => `Secret ${variable}: store it in CI and nowhere else.\n`,
  newKey: (file, half, keyid) => `Private half: ${file}\nPublic half: ${half}\nKey id: ${keyid}\n`,
};
