import path from 'node:path';
import { LicensingError } from '../../licensing/error.ts';
import { openMaster } from '../../licensing/secrets-file.ts';
import { vendorSecrets, type VendorSecrets } from '../../licensing/vendor-secrets.ts';
import type { Licensing } from '../../model/licensing.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import { passphraseOf } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
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
