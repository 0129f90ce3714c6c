import path from 'node:path';
import { pendingRoot, signRoot } from '../../signing/pending-root.ts';
import { rootChanges } from '../../signing/root-changes.ts';
import { nextRoot, rootKeysOf, type RoleKeys } from '../../signing/root-keys.ts';
import type { Signer } from '../../signing/signer.ts';
import { keyIdOf, type Key, type Root } from '../../verify/metadata.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { momentOf } from '../session/moment.ts';
import { passphraseOf, type PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { publicKeyOf, thresholdOf } from './init.ts';
import {
  DUTIES,
  KEY_FILE_ENDING,
  keyFilesOf,
  makeKey,
  shortId,
  signersFromFiles,
  type Duty,
} from './key-folder.ts';
import { reportChanges, reportRoot } from './root-report.ts';
import { newestRoot, requireNonePending, storeRoot } from './trust-folder.ts';

/** Options of `keys rotate`. */
export interface RotateOptions extends PassphraseOptions {
  readonly keys: string;
  readonly trust: string;
  /** Public halves that get the duty, in place of a key made here. */
  readonly add: readonly string[];
  /** Beginnings of key ids that lose the duty; all of this folder's keys where nothing is said. */
  readonly remove: readonly string[];
  readonly threshold?: string;
  readonly now?: string;
}

/**
 * `vypusk keys rotate DUTY`: the next root, in which the duty has other keys. Old keys stay in the folder: the
 * predecessor must sign with them, and a root that lists them no longer counts them.
 */
export async function rotate(duty: string, options: RotateOptions, session: Session): Promise<void> {
  const { text } = session;
  const known = DUTIES.find((name) => name === duty);
  if (known === undefined) throw new WrongUse(text.keys.badDuty(duty, DUTIES.join(', ')));
  const predecessor = await newestRoot(options.trust, session);
  await requireNonePending(options.trust, predecessor.version + 1, session);
  const passphrase = await passphraseOf(options, session);
  const added = await addedKeys(known, { options, passphrase }, session);
  const change = await changedKeys(rootKeysOf(predecessor)[known], { added, options }, session);
  const root = await nextRoot(predecessor, { [known]: change }, momentOf(options.now, session));
  reportChanges(rootChanges(predecessor, root), session);
  const signers = await signersFromFiles(await keyFilesOf(options.keys, ['root'], session), passphrase);
  const bytes = await signAsEntitled(root, { predecessor, signers });
  const stored = await storeRoot(
    bytes,
    { trust: options.trust, version: root.version, predecessor },
    session,
  );
  reportRoot(stored, session);
  session.finish(EXIT.fine);
}

/** Keys that get the duty: those that were named, or one that is made now. */
async function addedKeys(
  duty: Duty,
  { options, passphrase }: { readonly options: RotateOptions; readonly passphrase: string },
  session: Session,
): Promise<readonly Key[]> {
  // Only a threshold or a removal changes: nobody needs a new key.
  const isRearranged = options.remove.length > 0 || options.threshold !== undefined;
  if (options.add.length > 0) return options.add.map((half) => publicKeyOf(half, session));
  if (isRearranged) return [];
  const { world } = session;
  const fileOf = ({ keyid }: Signer): string =>
    path.resolve(world.cwd, options.keys, `${duty}.${shortId(keyid)}${KEY_FILE_ENDING}`);
  return [(await makeKey({ passphrase, random: world.random, fileOf }, session)).publicKey];
}

async function changedKeys(
  before: RoleKeys,
  { added, options }: { readonly added: readonly Key[]; readonly options: RotateOptions },
  session: Session,
): Promise<RoleKeys> {
  const named = await Promise.all(before.keys.map(async (key) => [await keyIdOf(key), key] as const));
  const leaves = (keyid: string): boolean =>
    options.remove.length > 0
      ? options.remove.some((start) => keyid.startsWith(start))
      : options.add.length === 0 && options.threshold === undefined;
  const staying = named.filter(([keyid]) => !leaves(keyid)).map(([, key]) => key);
  const threshold =
    options.threshold === undefined ? before.threshold : thresholdOf(options.threshold, session);
  return { keys: [...staying, ...added], threshold };
}

/** Signs a root with every key at hand that this root or its predecessor counts. */
async function signAsEntitled(
  root: Root,
  { predecessor, signers }: { readonly predecessor: Root; readonly signers: readonly Signer[] },
): Promise<Uint8Array<ArrayBuffer>> {
  const entitled = [...root.roles.root.keyids, ...predecessor.roles.root.keyids];
  let bytes = pendingRoot(root);
  for (const signer of signers.filter(({ keyid }) => entitled.includes(keyid))) {
    bytes = await signRoot(bytes, signer, predecessor);
  }
  return bytes;
}
