import path from 'node:path';
import { KEY_VARIABLES } from '../../signing/keys-from-environment.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { passphraseOf, type PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { keyFilesOf, withSeed } from './key-folder.ts';

/** Options of `keys export`. */
export interface ExportOptions extends PassphraseOptions {
  readonly keys: string;
}

/**
 * `vypusk keys export DUTY`: the newest online key as the secret that CI needs. The root key is refused: it never goes
 * to a machine that publishes by itself.
 */
export async function exportKey(duty: string, options: ExportOptions, session: Session): Promise<void> {
  const { world, text } = session;
  if (duty !== 'publishing' && duty !== 'timestamp') throw new WrongUse(text.keys.notForCi(duty));
  const files = await keyFilesOf(options.keys, [duty], session);
  const file = files.length === 1 ? files[0] : undefined;
  if (file === undefined)
    throw new WrongUse(text.keys.oneKeyNeeded(duty, files.map((name) => path.basename(name)).join(', ')));
  const passphrase = await passphraseOf(options, session);
  const secret = await withSeed(file, passphrase, (seed) => Buffer.from(seed).toString('base64'));
  world.err(text.keys.exported(KEY_VARIABLES[duty]));
  world.out(`${secret}\n`);
  session.finish(EXIT.fine);
}
