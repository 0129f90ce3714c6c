import path from 'node:path';
import { pendingRoot, signRoot } from '../../signing/pending-root.ts';
import { firstRoot } from '../../signing/root-keys.ts';
import { ed25519Key } from '../../signing/seed-signer.ts';
import type { Signer } from '../../signing/signer.ts';
import { fromHex } from '../../verify/hex.ts';
import type { Key } from '../../verify/metadata.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { fileSize } from '../../disk/files.ts';
import { momentOf } from '../session/moment.ts';
import { newPassphrase, type PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { DUTIES, KEY_FILE_ENDING, makeKey, type Duty } from './key-folder.ts';
import { reportRoot } from './root-report.ts';
import { requireSecretPlace } from './secret-place.ts';
import { storeRoot } from './trust-folder.ts';

/** Options of `keys init`. */
export interface InitOptions extends PassphraseOptions {
  readonly keys: string;
  readonly trust: string;
  readonly rootKey: readonly string[];
  readonly threshold: string;
  readonly now?: string;
}

/** `vypusk keys init`: the keys of a new repository and its first root. */
export async function init(options: InitOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const folder = path.resolve(world.cwd, options.keys);
  const fileOf = (duty: Duty): string => path.join(folder, `${duty}${KEY_FILE_ENDING}`);
  const first = path.join(path.resolve(world.cwd, options.trust), '1.root.json');
  // A key that is overwritten is lost for ever, and with a root key the trust of every client.
  if ((await fileSize(first)) !== undefined) throw new WrongUse(text.message.fileExists(first));
  for (const file of DUTIES.map(fileOf)) await requireSecretPlace(file, session);
  const others = options.rootKey.map((half) => publicKeyOf(half, session));
  const threshold = thresholdOf(options.threshold, session);
  const passphrase = await newPassphrase(options, session);
  const make = (duty: Duty): Promise<Signer> =>
    makeKey({ passphrase, random: world.random, fileOf: () => fileOf(duty) }, session);
  const [root, publishing, timestamp] = [
    await make('root'),
    await make('publishing'),
    await make('timestamp'),
  ];
  const draft = await firstRoot(
    {
      root: { keys: [root.publicKey, ...others], threshold },
      publishing: { keys: [publishing.publicKey], threshold: 1 },
      timestamp: { keys: [timestamp.publicKey], threshold: 1 },
    },
    momentOf(options.now, session),
  );
  const bytes = await signRoot(pendingRoot(draft), root);
  const stored = await storeRoot(bytes, { trust: options.trust, version: 1 }, session);
  world.out(text.keys.made(options.keys));
  reportRoot(stored, session);
  session.finish(EXIT.fine);
}

/** A public half as `keys new` prints it: 64 hex digits. Throws `WrongUse`. */
export function publicKeyOf(half: string, { text }: Session): Key {
  const bytes = /^[0-9a-f]{64}$/.test(half) ? fromHex(half) : undefined;
  if (bytes === undefined) throw new WrongUse(text.keys.badPublicKey(half));
  return ed25519Key(bytes);
}

/** How many people must sign. Throws `WrongUse`. */
export function thresholdOf(written: string, { text }: Session): number {
  if (!/^[1-9]\d?$/.test(written)) throw new WrongUse(text.keys.badThreshold(written));
  return Number(written);
}
