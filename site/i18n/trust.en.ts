import { counted } from './plural.ts';
import type { TrustTexts } from './trust-texts.ts';

/** The trust page in English. */
export const TRUST_EN: TrustTexts = {
  title: 'Trust',
  description:
    'Which keys sign the extensions, how long the signatures last, and how to verify them yourself.',
  lead: 'The files lie on ordinary hosting, and you need not trust it: a document pins every file by length and checksum, the documents are signed, and the root of trust lists the signing keys. The root is signed by keys that are neither on a server nor in the build.',
  noRoot: 'There is no root of trust yet: “vypusk keys init” makes the keys and signs the first root.',
  root: 'Root of trust',
  rootVersion: (version) => `Version ${version}`,
  rootExpires: (date) => `valid until ${date}`,
  rootFile: 'Root file',
  roles: 'Who signs what',
  roleMeaning: {
    root: 'Lists the keys of all other roles and replaces them. Kept offline.',
    targets: 'Signs the catalogue and the descriptions of extensions, and through them every file.',
    snapshot: 'Stops anyone from serving a mixture of documents of different days.',
    timestamp: 'Renewed every day: it shows that the list is fresh.',
  },
  threshold: (needed, keys) => `${needed} of ${counted('en', keys, { one: 'key', other: 'keys' })}`,
  keys: 'Keys',
  keysLead:
    'All keys are Ed25519. Compare the fingerprints with those that the publisher gave you another way.',
  columns: {
    role: 'Role',
    meaning: 'What it does',
    threshold: 'Signatures needed',
    keyid: 'Fingerprint',
    publicKey: 'Public key',
    usedBy: 'Roles',
  },
  verify: 'Verify with independent programs',
  verifyLead:
    'The signatures follow the open specification of The Update Framework (TUF), so any program that knows it can check them.',
  verifyTufJs: 'Node.js, library tuf-js',
  verifyPython: 'Python, library python-tuf',
  byHand: 'Verify one file by hand',
  byHandText:
    'The release page shows the SHA-256 of every file. The same sum stands in the signed document of the extension, which the commands above download.',
  limits: 'What a signature does not prove',
  limitList: [
    'A signature proves that the publisher published the file and that nobody replaced it on the way. It does not prove that the code has no faults.',
    'Whoever holds updates back cannot make anybody install old files: an expired list stops automatic installation and says so.',
    'Whoever steals the timestamp key can hide new releases for two weeks at most, but cannot slip in a file.',
    'Whoever steals the publishing key can sign a file; that is why the publisher replaces it with the root keys, and programs learn of it by themselves.',
  ],
};
