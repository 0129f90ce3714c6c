import type { LicensingErrorArguments } from '../../licensing/error.ts';
import { say, type Words } from '../wording.ts';

/** Why the vendor's side of licences could not go on, in English. */
export const LICENSING_EN: Words<LicensingErrorArguments> = {
  'license-already-revoked': ({ id }) => ({
    message: say`The licence ${id} was revoked and is not changed any more.`,
    cure: say`Take the revocation back (vypusk license revoke --undo) or issue a new one.`,
  }),
  'license-copy-unreadable': ({ path }) => ({
    message: say`This secret does not open your copy of the licence, ${path}, or the copy is damaged.`,
    cure: say`Take the secret that it was issued with, or the earlier file from git.`,
  }),
  'license-has-product': ({ id, product }) => ({
    message: say`The licence ${id} has the product “${product}” already.`,
    cure: say`Extend it: vypusk license extend ${id} --product ${product}.`,
  }),
  'license-lacks-product': ({ id, product, products }) => ({
    message: say`The licence ${id} has no product “${product}”; it has ${products}.`,
    cure: say`Name a product that it has, or add one: vypusk license upgrade.`,
  }),
  'license-not-found': ({ name }) => ({
    message: say`There is no licence ${name}.`,
    cure: say`vypusk license list shows them.`,
  }),
  'licensing-secret-foreign': ({ keyid }) => ({
    message: say`This secret signs with the key ${keyid}, which licensing.yaml does not list.`,
    cure: say`Take the secret that you sell with, or bring it back from its form: vypusk license recover.`,
  }),
  'recovery-line-missing': ({ line }) => ({
    message: say`The recovery form has no line ${line}.`,
    cure: say`Copy all four lines, with their numbers.`,
  }),
  'recovery-line-mistyped': ({ line }) => ({
    message: say`Line ${line} of the recovery form was mistyped.`,
    cure: say`Compare that line with the form.`,
  }),
};
