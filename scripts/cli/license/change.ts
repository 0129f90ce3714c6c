import path from 'node:path';
import {
  extendLicense,
  restoreLicense,
  revokeLicense,
  upgradeLicense,
  type LicenseEntry,
} from '../../licensing/license-entry.ts';
import { EXIT } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { licenseJson, licenseText } from './license-report.ts';
import type { ShopOptions, TermsOptions } from './options.ts';
import { findLicense, writeLicense } from './register.ts';
import { openSecrets } from './secrets.ts';
import { requireProducts, shopOf, type Shop } from './shop.ts';
import { hasTerms, typedTerms } from './typed-terms.ts';

/** Options of `license extend`. */
export interface ExtendOptions extends ShopOptions, TermsOptions {
  readonly product: readonly string[];
}

/** Options of `license upgrade`. */
export interface UpgradeOptions extends ShopOptions, TermsOptions {
  readonly product: string;
  readonly replaces?: string;
}

/** Options of `license revoke`. */
export interface RevokeOptions extends ShopOptions {
  readonly undo?: true;
}

/** `vypusk license extend`: new terms, for all products or those that are named. */
export const extend = (name: string, options: ExtendOptions, session: Session): Promise<void> =>
  change({ name, options, kind: 'extend' }, session, (license, shop) =>
    extendLicense(
      license,
      { products: options.product, terms: typedTerms(options, shop.today, session) },
      shop.today,
    ),
  );

/** `vypusk license upgrade`: a product more, or another one. */
export const upgrade = (name: string, options: UpgradeOptions, session: Session): Promise<void> =>
  change({ name, options, kind: 'upgrade' }, session, (license, shop) => {
    const { product, replaces } = options;
    requireProducts([product], shop, session);
    const wanted = {
      product,
      ...(replaces !== undefined && { replaces }),
      ...(hasTerms(options) && { terms: typedTerms(options, shop.today, session) }),
    };
    return upgradeLicense(license, wanted, shop.today);
  });

/** `vypusk license revoke`: no right is left; with `--undo`, all are back. */
export async function revoke(name: string, options: RevokeOptions, session: Session): Promise<void> {
  const kind = options.undo ? 'restore' : 'revoke';
  const apply = options.undo ? restoreLicense : revokeLicense;
  await change({ name, options, kind }, session, (license, { today }) => apply(license, today));
  if (!options.undo && !options.json) session.world.out(session.text.license.revokedNote);
}

/** Which licence is changed, and how. */
interface Changing {
  readonly name: string;
  readonly options: ShopOptions;
  readonly kind: keyof Session['text']['license']['what'];
}

async function change(
  { name, options, kind }: Changing,
  session: Session,
  apply: (license: LicenseEntry, shop: Shop) => LicenseEntry,
): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  const secrets = await openSecrets(options, shop.licensing, session);
  const { root } = shop;
  const license = apply(await findLicense(name, { root, secrets }, session), shop);
  const files = await writeLicense(license, { root, secrets, random: world.random });
  if (options.json) {
    world.out(`${JSON.stringify({ ...licenseJson(license, 'without-keys'), files }, null, 2)}\n`);
  } else {
    const { id, revision } = license;
    world.out(text.license.changed({ id, revision, what: text.license.what[kind] }));
    world.out(licenseText(license, 'without-keys', session));
    world.out(text.license.next(path.posix.join(options.releases, 'licenses')));
  }
  session.finish(EXIT.fine);
}
