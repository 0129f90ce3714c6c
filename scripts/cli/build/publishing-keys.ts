import { keysFromEnvironment } from '../../signing/keys-from-environment.ts';
import type { Signer } from '../../signing/signer.ts';
import { keyFilesOf, signersFromFiles, type Duty } from '../keys/key-folder.ts';
import { passphraseOf, type PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';

/** Where signing keys come from. */
export interface KeyOptions extends PassphraseOptions {
  /** Folder with key files; without it keys come from the environment. */
  readonly keys?: string;
}

/** Keys that sign by themselves, for the duties that are wanted. The root key is never one of them. */
export async function onlineSigners(
  duties: readonly Exclude<Duty, 'root'>[],
  options: KeyOptions,
  session: Session,
): Promise<readonly Signer[]> {
  if (options.keys !== undefined) {
    const files = await keyFilesOf(options.keys, duties, session);
    return signersFromFiles(files, await passphraseOf(options, session));
  }
  const keys = await keysFromEnvironment(session.world.environment);
  return duties.flatMap((duty) => keys[duty] ?? []);
}
