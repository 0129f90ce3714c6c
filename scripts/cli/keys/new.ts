import path from 'node:path';
import { EXIT } from '../session/exit-code.ts';
import { newPassphrase, type PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { makeKey } from './key-folder.ts';
import { requireSecretPlace } from './secret-place.ts';

/** `vypusk keys new FILE`: a key for one person, who gives the public half to whoever rotates. */
export async function newKey(file: string, options: PassphraseOptions, session: Session): Promise<void> {
  const { world, text } = session;
  // Before anybody thinks of a passphrase for it.
  await requireSecretPlace(path.resolve(world.cwd, file), session);
  const passphrase = await newPassphrase(options, session);
  const fileOf = (): string => path.resolve(world.cwd, file);
  const { publicKey, keyid } = await makeKey({ passphrase, random: world.random, fileOf }, session);
  world.out(text.keys.newKey(file, publicKey.keyval.public, keyid));
  session.finish(EXIT.fine);
}
