import type { LicenseErrorArguments } from '../../license/error.ts';
import { say, type Words } from '../wording.ts';

/** Why a key, a licence or a protected file was refused, in English. */
export const LICENSES_EN: Words<LicenseErrorArguments> = {
  'license-key-foreign': ({ prefix, expected }) => ({
    message: say`The key begins with ${prefix}: another publisher sold it. Keys begin with ${expected} here.`,
    cure: say`Enter a key of this publisher, or check the address of the repository.`,
  }),
  'license-key-length': ({ length }) => ({
    message: say`This is no licence key: it has ${length} symbols without dashes, and there should be 20 after its beginning.`,
    cure: say`Copy the whole key; it looks like ABCD-XXXXX-XXXXX-XXXXX-XXXXX.`,
  }),
  'license-key-mistyped': () => ({
    message: say`The licence key was mistyped.`,
    cure: say`Compare it with the letter, five symbols at a time.`,
  }),
  'license-key-symbol': ({ symbol, position }) => ({
    message: say`No licence key has the symbol “${symbol}” (number ${position}, without dashes).`,
    cure: say`Compare that symbol with the letter.`,
  }),
  'license-month-closed': ({ month, until }) => ({
    message: say`The file is of ${month}, and the licence opens releases up to ${until}.`,
    cure: say`Extend the licence, or install an earlier version.`,
  }),
  'license-product-missing': ({ file, products }) => ({
    message: say`A licence for ${products} opens the file ${file}.`,
    cure: say`Buy one, or enter its key.`,
  }),
  'license-record-damaged': ({ name }) => ({
    message: say`The record of the licence, ${name}, is damaged: it was changed after it was issued.`,
    cure: say`Try later; if that does not help, write to whoever sold the licence.`,
  }),
  'license-record-invalid': ({ name, reason }) => ({
    message: say`Something else lies in the place of the licence record ${name} (${reason}).`,
    cure: say`Write to whoever sold the licence.`,
  }),
  'license-record-locked': ({ name }) => ({
    message: say`The licence record ${name} was not made for this key.`,
    cure: say`Write to whoever sold the licence: the record was exchanged.`,
  }),
  'license-record-too-large': ({ name, limit }) => ({
    message: say`The licence record ${name} is longer than ${limit} bytes; none is.`,
    cure: say`Write to whoever sold the licence.`,
  }),
  'license-rolled-back': ({ seen, offered }) => ({
    message: say`The repository shows an old licence: revision ${offered}, and ${seen} was seen before.`,
    cure: say`Try later. If you use a mirror or a licence file, renew it.`,
  }),
  'license-signature-invalid': ({ keyid }) => ({
    message: say`The signature of the licence does not match (key ${keyid}): the licence was changed.`,
    cure: say`Do not use it, and write to whoever sold it.`,
  }),
  'license-signer-unknown': ({ keyid }) => ({
    message: say`The licence is signed by the key ${keyid}, which the publisher does not trust, or no longer does.`,
    cure: say`Ask whoever sold the licence to issue it again.`,
  }),
  'license-unknown': () => ({
    message: say`The repository has no licence for this key.`,
    cure: say`Check the key and the address of the repository. A licence that was just bought may take a while.`,
  }),
  'license-unreadable': ({ field }) => ({
    message: say`This is no licence (${field}).`,
    cure: say`Check that it is the right file; if so, ask for it to be sent again.`,
  }),
  'protected-file-damaged': ({ name }) => ({
    message: say`The protected file ${name} is damaged.`,
    cure: say`Download it again.`,
  }),
  'protected-file-invalid': ({ name, reason }) => ({
    message: say`The file ${name} is no protected file (${reason}).`,
    cure: say`Write to the vendor of the extension.`,
  }),
  'protected-file-locked': ({ name }) => ({
    message: say`The key in the licence does not fit the file ${name}.`,
    cure: say`Check that the licence is this publisher's, and write to the vendor.`,
  }),
  'protected-file-too-large': ({ name, limit }) => ({
    message: say`The file ${name} holds more than the ${limit} bytes that were promised.`,
    cure: say`Write to the vendor of the extension.`,
  }),
};
