import type { VerificationArguments } from '../../verify/error.ts';
import { say, type Words } from '../wording.ts';

const LATER = 'Try again later; if it stays so, tell the publisher.';
const TELL = 'Install nothing from here and tell the publisher: the contents were replaced or damaged.';
const NEWER = 'Update the installer: the repository uses a newer format.';

/** Why bytes were refused by whoever trusts nothing but the root, in English. */
export const VERIFICATION_EN: Words<VerificationArguments> = {
  'clock-behind': ({ now, signed }) => ({
    message: say`The clock is behind: it shows ${now}, and something was already signed at ${signed}.`,
    cure: say`Correct date and time of the computer (of the 1C server, for a server infobase).`,
  }),
  expired: ({ role, expires, now }) => ({
    message: say`The metadata ${role} expired at ${expires} (now ${now}).`,
    cure: say`Check the clock; if it is right, tell the publisher that the repository was not signed for long. What is installed goes on working. If you are the publisher: vypusk keys status shows what to sign and when.`,
  }),
  'fetch-failed': ({ name, reason }) => ({
    message: say`Could not get ${name}: ${reason}.`,
    cure: say`Check the address of the repository, the connection and the proxy; then try again.`,
  }),
  'hash-mismatch': ({ name }) => ({
    message: say`The hash of ${name} is not the one that was signed.`,
    cure: TELL,
  }),
  'json-duplicate-key': ({ name }) => ({
    message: say`The member ${name} is written twice: different programs would read different things.`,
    cure: TELL,
  }),
  'json-invalid': ({ reason, offset }) => ({
    message: say`This is no JSON (${reason}, character ${offset}).`,
    cure: LATER,
  }),
  'json-too-large': ({ reason, limit }) => ({
    message: say`The JSON is larger than allowed (${reason}, limit ${limit}).`,
    cure: TELL,
  }),
  'json-unencodable': ({ reason }) => ({
    message: say`The value cannot be signed: ${reason}.`,
    cure: say`Take fractions and incomplete characters out of what is signed.`,
  }),
  'length-mismatch': ({ name, expected, offered }) => ({
    message: say`${name} has ${offered} bytes, ${expected} were signed.`,
    cure: LATER,
  }),
  'metadata-invalid': ({ role, field, expected }) => ({
    message: say`The member ${field} of the metadata ${role} is wrong: ${expected} is wanted.`,
    cure: TELL,
  }),
  'name-invalid': ({ name }) => ({ message: say`The name “${name}” is not allowed.`, cure: TELL }),
  'not-found': ({ name }) => ({
    message: say`The repository has no ${name}.`,
    cure: say`Check the address of the repository; if it is right, try again in a few minutes.`,
  }),
  'role-disappeared': ({ role }) => ({
    message: say`The role ${role} disappeared from the snapshot.`,
    cure: TELL,
  }),
  'role-not-listed': ({ role }) => ({
    message: say`The role ${role} is not in the snapshot.`,
    cure: LATER,
  }),
  'rolled-back': ({ role, trusted, offered }) => ({
    message: say`Version ${offered} of the metadata ${role} was offered, and ${trusted} is already known: a rollback.`,
    cure: LATER,
  }),
  'root-missing': () => ({
    message: say`There is no root of trust to begin with.`,
    cure: say`Name the file root.json that the publisher gave you.`,
  }),
  'spec-version-unsupported': ({ role, offered }) => ({
    message: say`This program does not know version ${offered} of the metadata ${role}.`,
    cure: NEWER,
  }),
  'target-unknown': ({ name }) => ({
    message: say`Nobody who is trusted vouches for ${name}.`,
    cure: say`Check the name; if it is right, refresh what is known of the repository.`,
  }),
  'threshold-not-met': ({ role, valid, threshold }) => ({
    message: say`The metadata ${role} have ${valid} valid signatures, ${threshold} are needed.`,
    cure: TELL,
  }),
  'too-large': ({ name, limit }) => ({ message: say`${name} is larger than ${limit} bytes.`, cure: TELL }),
  'too-slow': ({ name, seconds }) => ({
    message: say`${name} did not arrive for ${seconds} s.`,
    cure: say`Check the connection and try again: the download goes on where it stopped.`,
  }),
  'version-mismatch': ({ role, expected, offered }) => ({
    message: say`The metadata ${role} have version ${offered}, ${expected} was promised.`,
    cure: LATER,
  }),
};
