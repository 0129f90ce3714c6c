import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { openKeyFile } from '../signing/key-file.ts';
import { keysFromEnvironment } from '../signing/keys-from-environment.ts';
import { seedSigner } from '../signing/seed-signer.ts';
import type { Signer } from '../signing/signer.ts';
import { WrongUse } from './exit-code.ts';
import { isFolder, readBounded } from './files.ts';
import { passphraseOf, type PassphraseOptions } from './passphrase.ts';
import type { Session } from './session.ts';

/** Ending of private key files. */
export const KEY_FILE_ENDING = '.key.json';

const MAX_KEY_FILE_BYTES = 4096;

/** Where signing keys come from. */
export interface KeyOptions extends PassphraseOptions {
  /** Folder with key files; without it keys come from the environment. */
  readonly keys?: string;
}

/** Duties that sign by themselves in CI; the root key is never loaded for a build. */
const ONLINE = ['publishing', 'timestamp'] as const;

/** The publishing and timestamp keys, from a folder of key files or from the environment. */
export async function publishingSigners(options: KeyOptions, session: Session): Promise<readonly Signer[]> {
  if (options.keys === undefined) {
    const { publishing, timestamp } = await keysFromEnvironment(session.world.environment);
    return [publishing, timestamp].filter((signer) => signer !== undefined);
  }
  const folder = path.resolve(session.world.cwd, options.keys);
  if (!(await isFolder(folder))) throw new WrongUse(session.text.message.noFolder(options.keys));
  const names = (await readdir(folder)).filter((name) =>
    ONLINE.some((duty) => name === `${duty}${KEY_FILE_ENDING}`),
  );
  const passphrase = await passphraseOf(options, session);
  return Promise.all(names.sort().map((name) => signerFromFile(path.join(folder, name), passphrase)));
}

/** The signer of one key file. */
export async function signerFromFile(file: string, passphrase: string): Promise<Signer> {
  const seed = await openKeyFile(await readBounded(file, MAX_KEY_FILE_BYTES), passphrase);
  try {
    return await seedSigner(seed);
  } finally {
    seed.fill(0);
  }
}
