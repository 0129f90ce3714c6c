import path from 'node:path';
import { issueLicense } from '../../licensing/issue-license.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { licenseJson } from './license-report.ts';
import type { ShopOptions, TermsOptions } from './options.ts';
import { writeLicense } from './register.ts';
import { openSecrets } from './secrets.ts';
import { requireProducts, shopOf } from './shop.ts';
import { typedTerms } from './typed-terms.ts';
import { requireLine } from './words.ts';

/** Options of `license issue`. */
export interface IssueOptions extends ShopOptions, TermsOptions {
  readonly licensee: string;
  readonly product: readonly string[];
  readonly note?: string;
}

/** `vypusk license issue`: a new licence; its key is shown once. */
export async function issue(options: IssueOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  if (options.product.length === 0) throw new WrongUse(text.license.noProduct);
  requireProducts(options.product, shop, session);
  const terms = typedTerms(options, shop.today, session);
  const request = {
    licensee: requireLine('--licensee', options.licensee, session),
    products: [...new Set(options.product)].map((id) => ({ id, ...terms })),
    ...(options.note !== undefined && { note: requireLine('--note', options.note, session) }),
  };
  const secrets = await openSecrets(options, shop.licensing, session);
  const { root, prefix, today } = shop;
  const license = await issueLicense(request, { prefix, today, random: world.random });
  const files = await writeLicense(license, { root, secrets, random: world.random });
  if (options.json) {
    world.out(`${JSON.stringify({ ...licenseJson(license, 'with-keys'), files }, null, 2)}\n`);
  } else {
    world.out(text.license.issued(license));
    world.out(text.license.next(path.posix.join(options.releases, 'licenses')));
  }
  session.finish(EXIT.fine);
}
