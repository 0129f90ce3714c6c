import type { KeyErrorArguments } from '../../signing/key-error.ts';
import { MIN_PASSPHRASE_LENGTH, type PassphraseWeakness } from '../../signing/passphrase-weakness.ts';
import type { RefusalArguments } from '../../signing/publish-refusal.ts';
import { say, type Words } from '../wording.ts';

/** What is weak, in words. */
const WEAKNESSES: ReadonlyMap<string, string> = new Map<PassphraseWeakness, string>([
  ['short', `it is shorter than ${MIN_PASSPHRASE_LENGTH} characters`],
  ['monotonous', 'a few characters repeat or follow each other in order'],
  ['common', 'every list of guesses begins with it'],
]);

/** Why a private key could not be used, in English. */
export const KEY_ERRORS_EN: Words<KeyErrorArguments> = {
  'environment-key-malformed': ({ variable }) => ({
    message: say`The variable ${variable} holds no key.`,
    cure: say`Put into it what vypusk keys init printed.`,
  }),
  'key-file-too-costly': ({ memory, limit }) => ({
    message: say`Opening the key file would take ${memory} bytes of memory, at most ${limit} are allowed.`,
    cure: say`Take a key file that vypusk keys init made: this one was changed.`,
  }),
  'key-file-unreadable': ({ reason }) => ({
    message: say`This is no key file (${reason}).`,
    cure: say`Check the path, and take a copy if the file is damaged.`,
  }),
  'key-file-version-unsupported': ({ offered }) => ({
    message: say`This program does not know version ${offered} of key files.`,
    cure: say`Update the program.`,
  }),
  'key-halves-differ': ({ keyid }) => ({
    message: say`The private half of the key ${keyid} does not belong to the public one.`,
    cure: say`Take a copy of the key file: this one was changed.`,
  }),
  'key-not-in-root': ({ keyid }) => ({
    message: say`The key ${keyid} may not sign this root.`,
    cure: say`Take one of the root keys.`,
  }),
  'passphrase-empty': () => ({
    message: say`A key may not be kept without a passphrase.`,
    cure: say`Think of a phrase of several words.`,
  }),
  'passphrase-weak': ({ weakness }) => ({
    message: say`The passphrase is too weak: ${WEAKNESSES.get(weakness)}.`,
    cure: say`Think of a phrase of four or more words that are found together nowhere.`,
  }),
  'passphrase-wrong': () => ({
    message: say`The passphrase is wrong, or the key file was changed.`,
    cure: say`Enter the phrase again; mind the keyboard layout and capitals.`,
  }),
  'root-unreadable': ({ reason }) => ({
    message: say`This is no root metadata (${reason}).`,
    cure: say`Check the path: a file like 1.root.json is wanted.`,
  }),
  'seed-length': ({ length }) => ({
    message: say`The private key has ${length} bytes, it should have 32.`,
    cure: say`Take a key that vypusk keys init made.`,
  }),
  'threshold-unreachable': ({ duty, threshold, keys }) => ({
    message: say`The role ${duty} asks for ${threshold} signatures, and there are ${keys} keys.`,
    cure: say`Ask for fewer signatures or add keys.`,
  }),
};

/** Why nothing is published, in English. */
export const PUBLISH_REFUSALS_EN: Words<RefusalArguments> = {
  'catalog-shrunk': ({ lost, before, names }) => ({
    message: say`${lost} of ${before} extensions disappeared from the catalogue: ${names}.`,
    cure: say`Put them back; if it is meant so, repeat with --allow-shrink.`,
  }),
  'clock-backwards': ({ now, issued }) => ({
    message: say`The clock shows ${now}, and the last publication was signed at ${issued}.`,
    cure: say`Correct the clock.`,
  }),
  'document-name-invalid': ({ path }) => ({
    message: say`Clients would refuse the name of the document ${path}.`,
    cure: say`Rename the configuration or the extension.`,
  }),
  'document-too-large': ({ path, length, limit }) => ({
    message: say`The document ${path} has ${length} bytes, clients take at most ${limit}.`,
    cure: say`Shorten the notes of releases.`,
  }),
  'file-missing': ({ path, sha256 }) => ({
    message: say`There is no file ${path} with SHA-256 ${sha256}, and documents name it.`,
    cure: say`Put the file in its place, or correct the manifest: vypusk add.`,
  }),
  'keys-not-in-root': ({ role }) => ({
    message: say`None of your keys may sign the role ${role}.`,
    cure:
      role === 'timestamp'
        ? say`Take the keys that the last root names; replace a lost one: vypusk keys rotate timestamp --keys FOLDER.`
        : role === 'targets' || role === 'snapshot'
          ? say`Take the keys that the last root names; replace a lost one: vypusk keys rotate publishing --keys FOLDER.`
          : say`Take the keys that the last root names.`,
  }),
  'metadata-too-large': ({ name, length, limit }) => ({
    message: say`The metadata ${name} have ${length} bytes, clients take at most ${limit}.`,
    cure: say`Tell us: this should not happen.`,
  }),
  'previous-missing': ({ name }) => ({
    message: say`${name} was not found: nobody knows what is published now and which numbers are taken.`,
    cure: say`Give a folder or an address in --previous; for the first publication, --first.`,
  }),
  'previous-untrusted': ({ name, reason }) => ({
    message: say`What is published now (${name}) was not signed by us: ${reason}.`,
    cure: say`Check the address in --previous and the folder trust.`,
  }),
  'root-chain-behind': ({ published, given }) => ({
    message: say`Root ${published} is already published, and your last one is ${given}.`,
    cure: say`Take the missing roots from what is published and put them into releases/trust.`,
  }),
  'root-chain-broken': ({ version, reason }) => ({
    message: say`Root ${version} does not follow the one before it: ${reason}.`,
    cure: say`Put releases/trust back as it was: roots are only added.`,
  }),
  'root-expired': ({ expires, now }) => ({
    message: say`The root expired at ${expires} (now ${now}).`,
    cure: say`Sign the next root with the root key.`,
  }),
  'signing-anew-needed': ({ role }) => ({
    message: say`The metadata ${role} were signed with a key that the new root no longer trusts.`,
    cure: say`Build and sign everything again: vypusk build.`,
  }),
  'threshold-not-met': ({ role, valid, threshold }) => ({
    message: say`The role ${role} asks for ${threshold} signatures, and ${valid} of your keys fit.`,
    cure: say`Add the missing keys.`,
  }),
  'vendor-document-unsigned': ({ vendor, path }) => ({
    message: say`The vendor ${vendor} has not signed the document ${path} as it is now.`,
    cure: say`Ask him to sign it and to put the signature into the pull request.`,
  }),
  'vendor-expired': ({ vendor, expires }) => ({
    message: say`The signature of the vendor ${vendor} expired at ${expires}.`,
    cure: say`Ask him to sign his documents again.`,
  }),
  'vendor-name-invalid': ({ vendor }) => ({
    message: say`The vendor name “${vendor}” does not fit, or another vendor claims the same extensions.`,
    cure: say`Give the vendor a name of Latin letters and digits with which only his extensions begin.`,
  }),
  'vendor-rolled-back': ({ vendor, published, offered }) => ({
    message: say`The vendor ${vendor} sent version ${offered}, and ${published} is already published.`,
    cure: say`Ask him to sign again, with a greater number.`,
  }),
  'vendor-target-unknown': ({ vendor, path }) => ({
    message: say`The vendor ${vendor} signed ${path}, and there is no such document of his.`,
    cure: say`Ask him to sign what is published.`,
  }),
  'vendor-untrusted': ({ vendor, reason }) => ({
    message: say`The signature of the vendor ${vendor} was not accepted: ${reason}.`,
    cure: say`Ask him to sign with the keys that his delegation names.`,
  }),
};
