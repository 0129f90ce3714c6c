import path from 'node:path';
import { offlineLicense } from '../../licensing/license-files.ts';
import { EXIT } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';
import { requireSecretPlace } from '../keys/secret-place.ts';
import type { ShopOptions } from './options.ts';
import { findLicense } from './register.ts';
import { openSecrets } from './secrets.ts';
import { shopOf } from './shop.ts';

/** Options of `license export`. */
export interface ExportOptions extends ShopOptions {
  readonly out: string;
}

/** `vypusk license export`: the licence as a file for a closed network. As secret as the key, so never below git. */
export async function exportLicense(name: string, options: ExportOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const file = path.resolve(world.cwd, options.out);
  await requireSecretPlace(file, session);
  const shop = await shopOf(options, session);
  const secrets = await openSecrets(options, shop.licensing, session);
  const license = await findLicense(name, { root: shop.root, secrets }, session);
  await writeWhole(file, offlineLicense(license, secrets), { mode: 0o600 });
  const shown = path.relative(world.cwd, file);
  const { id, revision } = license;
  world.out(
    options.json
      ? `${JSON.stringify({ file: shown, id, revision }, null, 2)}\n`
      : license.status === 'revoked'
        ? text.license.exportedRevoked(shown)
        : text.license.exported(shown),
  );
  session.finish(EXIT.fine);
}
