import path from 'node:path';
import { KeyError } from '../../signing/key-error.ts';
import { passphraseWeakness } from '../../signing/passphrase-weakness.ts';
import { WrongUse } from './exit-code.ts';
import { readBounded } from './read-bounded.ts';
import type { Session } from './session.ts';

/** Environment variable with the passphrase of key files. */
export const PASSPHRASE_VARIABLE = 'VYPUSK_PASSPHRASE';

const MAX_PASSPHRASE_BYTES = 1024;

/** Where the passphrase comes from. */
export interface PassphraseOptions {
  readonly passphraseFile?: string;
  /** The file that it opens, for whoever is asked for two. */
  readonly opens?: string;
}

/** The passphrase: from a file, from the environment, or asked for where somebody sits. Never from the command line. */
export async function passphraseOf(options: PassphraseOptions, session: Session): Promise<string> {
  const given = await givenPassphrase(options, session);
  if (given !== undefined) return given;
  const { terminal } = session.world;
  if (terminal === undefined) throw new WrongUse(session.text.message.noPassphrase);
  const question = session.text.message.askPassphrase;
  return terminal.askSecret(options.opens === undefined ? question : `${options.opens}: ${question}`);
}

/**
 * The passphrase for new keys: as above, asked for twice, because a slip of the finger would lose the keys, and not one
 * that the first guesses would find. Throws KeyError `passphrase-weak`.
 */
export async function newPassphrase(options: PassphraseOptions, session: Session): Promise<string> {
  const chosen = await chosenPassphrase(options, session);
  const weakness = passphraseWeakness(chosen);
  if (weakness !== undefined) throw new KeyError('passphrase-weak', { weakness });
  return chosen;
}

async function chosenPassphrase(options: PassphraseOptions, session: Session): Promise<string> {
  const given = await givenPassphrase(options, session);
  if (given !== undefined) return given;
  const { world, text } = session;
  if (world.terminal === undefined) throw new WrongUse(text.message.noPassphrase);
  const first = await world.terminal.askSecret(text.message.askNewPassphrase);
  const second = await world.terminal.askSecret(text.message.askPassphraseAgain);
  if (first !== second) throw new WrongUse(text.message.passphrasesDiffer);
  return first;
}

async function givenPassphrase(options: PassphraseOptions, { world }: Session): Promise<string | undefined> {
  if (options.passphraseFile === undefined) return world.environment[PASSPHRASE_VARIABLE];
  const bytes = await readBounded(path.resolve(world.cwd, options.passphraseFile), MAX_PASSPHRASE_BYTES);
  return decoded(bytes, options.passphraseFile).replace(/\r?\n$/, '');
}

/** Windows editors write UTF-16: the same words would be another passphrase on the next machine. */
function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new WrongUse(({ message }) => message.notUtf8(file), { cause });
  }
}
