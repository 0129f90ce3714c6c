import path from 'node:path';
import { LicensingError } from '../../licensing/error.ts';
import { openMaster } from '../../licensing/secrets-file.ts';
import { vendorSecrets, type VendorSecrets } from '../../licensing/vendor-secrets.ts';
import type { Licensing } from '../../model/licensing.ts';
import { gitIn, SourceError } from '../../source/index.ts';
import { WrongUse } from '../exit-code.ts';
import { fileSize, isFolder, readBounded } from '../files.ts';
import { passphraseOf } from '../passphrase.ts';
import type { Session } from '../session.ts';
import type { ShopOptions } from './options.ts';

/** Environment variable with the path of the vendor's secret. */
export const SECRETS_VARIABLE = 'VYPUSK_SECRETS';

const MAX_SECRETS_BYTES = 4096;

type SecretsOptions = Pick<ShopOptions, 'secrets' | 'passphraseFile'>;

/** Path of the file with the vendor's secret, whether it is there or not. Throws `WrongUse`. */
export function secretsPath({ secrets }: SecretsOptions, { world, text }: Session): string {
  const named = secrets ?? world.environment[SECRETS_VARIABLE] ?? '';
  if (named === '') throw new WrongUse(text.license.noSecrets);
  return path.resolve(world.cwd, named);
}

/**
 * The vendor's secrets, when they are those that `licensing.yaml` lists: with others he would issue licences that every
 * client refuses. Throws `WrongUse`, `KeyError`, LicensingError `licensing-secret-foreign`.
 */
export async function openSecrets(
  options: SecretsOptions,
  licensing: Licensing | undefined,
  session: Session,
): Promise<VendorSecrets> {
  if (licensing === undefined) throw new WrongUse(session.text.license.nothingSold);
  const secrets = await openOwnSecrets(options, session);
  if (licensing.keys.some(({ keyid }) => keyid === secrets.keyid)) return secrets;
  throw new LicensingError('licensing-secret-foreign', { keyid: secrets.keyid });
}

/** The secrets in the file, whoever they belong to. */
export async function openOwnSecrets(options: SecretsOptions, session: Session): Promise<VendorSecrets> {
  const master = await openMasterFile(options, session);
  try {
    return await vendorSecrets(master);
  } finally {
    master.fill(0);
  }
}

/** The one secret in the file. The caller overwrites it. */
export async function openMasterFile(options: SecretsOptions, session: Session): Promise<Uint8Array> {
  const file = secretsPath(options, session);
  if ((await fileSize(file)) === undefined) throw new WrongUse(session.text.license.noSecretsFile(file));
  const bytes = await readBounded(file, MAX_SECRETS_BYTES);
  const opens = path.relative(session.world.cwd, file);
  return openMaster(bytes, await passphraseOf({ ...options, opens }, session));
}

/**
 * Refuses a place for a secret that exists, or that git would pick up: a file of a checkout that nothing ignores. Throws
 * `WrongUse`.
 */
export async function requireSecretPlace(file: string, { text }: Pick<Session, 'text'>): Promise<void> {
  if ((await fileSize(file)) !== undefined) throw new WrongUse(text.message.fileExists(file));
  if (await wouldBeCommitted(file)) throw new WrongUse(text.license.secretInRepository(file));
}

async function wouldBeCommitted(file: string): Promise<boolean> {
  const folder = await existingFolder(path.dirname(file));
  const git = gitIn(folder);
  try {
    await git.output(['rev-parse', '--is-inside-work-tree']);
  } catch (error) {
    // No checkout; or one that git does not open, being another user's or not installed: then nothing is known to be
    // ignored, and whoever commits there may have a git that does.
    if (error instanceof SourceError) return isInCheckout(folder);
    throw error;
  }
  try {
    await git.output(['check-ignore', '--quiet', '--', file]);
    return false;
  } catch (error) {
    if (error instanceof SourceError) return true;
    throw error;
  }
}

async function isInCheckout(folder: string): Promise<boolean> {
  const mark = path.join(folder, '.git');
  // A worktree has a file there.
  if ((await isFolder(mark)) || (await fileSize(mark)) !== undefined) return true;
  const parent = path.dirname(folder);
  return parent !== folder && isInCheckout(parent);
}

/** The nearest folder above a path that is there already. */
async function existingFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder);
  return parent === folder || (await isFolder(folder)) ? folder : existingFolder(parent);
}
