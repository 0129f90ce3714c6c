import path from 'node:path';
import { licenseInFile, licenseOfKey } from '../../client/customer-license.ts';
import { MAX_ENVELOPE_BYTES } from '../../license/envelope.ts';
import type { LicensePayload } from '../../license/license.ts';
import type { TrustedRepository } from '../../verify/trusted-repository.ts';
import type { World as VerificationWorld } from '../../verify/world.ts';
import { directoryStore } from '../../disk/directory-store.ts';
import { fileSize } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import type { Session } from '../session/session.ts';
import type { InfobaseOptions } from './options.ts';

/** Environment variable with a licence key or the path of a licence file: other users of a machine see command lines. */
export const LICENSE_VARIABLE = 'VYPUSK_LICENSE';

/** The repository that sold the licence, and how it is reached. */
export interface Shop {
  readonly repository: TrustedRepository;
  readonly world: Pick<VerificationWorld, 'fetch'>;
}

/**
 * The licence that `--license` or the environment names: a key, a file with a key, or a licence file for closed
 * networks. Undefined where none is named. Throws `LicenseError`, `ClientError`, `VerificationError`.
 */
export async function namedLicense(
  { license, state }: Pick<InfobaseOptions, 'license' | 'state'>,
  { repository, world: { fetch } }: Shop,
  { world }: Session,
): Promise<LicensePayload | undefined> {
  const named = license ?? world.environment[LICENSE_VARIABLE] ?? '';
  if (named === '') return undefined;
  const revisions = directoryStore(path.resolve(world.cwd, state, 'licenses'));
  const shop = { repository, fetch, revisions };
  const file = path.resolve(world.cwd, named);
  if ((await fileSize(file)) === undefined) return licenseOfKey(named, shop);
  const bytes = await readBounded(file, MAX_ENVELOPE_BYTES);
  const text = new TextDecoder().decode(bytes);
  return text.trimStart().startsWith('{') ? licenseInFile(bytes, shop) : licenseOfKey(text, shop);
}
