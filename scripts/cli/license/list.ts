import type { LicenseEntry } from '../../licensing/license-entry.ts';
import { daysAfter, endOf } from '../../licensing/terms.ts';
import { compareText } from '../../model/problem.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { startProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { licenseJson, licenseLine, licensesCsv, licenseText } from './license-report.ts';
import type { ShopOptions } from './options.ts';
import { findLicense, readRegister } from './register.ts';
import { openSecrets } from './secrets.ts';
import { shopOf } from './shop.ts';

/** Options of `license list`. */
export interface ListOptions extends ShopOptions {
  /** `30d`. */
  readonly expiring?: string;
  readonly product: readonly string[];
  readonly status?: string;
  readonly csv?: true;
  readonly keys?: true;
}

/** `vypusk license list`: all licences of the vendor, or those that a question is about. */
export async function list(options: ListOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  const wanted = [
    ...(options.expiring === undefined ? [] : [expiresWithin(options.expiring, shop.today, session)]),
    ...(options.status === undefined ? [] : [hasStatus(options.status, session)]),
    ...(options.product.length === 0 ? [] : [hasProduct(options.product)]),
  ];
  const secrets = await openSecrets(options, shop.licensing, session);
  const progress = startProgress(text.license.listing, world);
  const { entries, unreadable } = await readRegister({ root: shop.root, secrets }, progress.step);
  progress.end();
  const found = entries.filter((license) => wanted.every((isWanted) => isWanted(license)));
  world.out(reportOf(options.expiring === undefined ? found : found.toSorted(byEnd), options, session));
  if (unreadable.length > 0) world.err(text.license.unreadable(unreadable.length));
  session.finish(EXIT.fine);
}

function reportOf(
  licenses: readonly LicenseEntry[],
  { json, csv, keys }: ListOptions,
  session: Session,
): string {
  const shown = keys ? 'with-keys' : 'without-keys';
  if (json) {
    return `${JSON.stringify(
      licenses.map((license) => licenseJson(license, shown)),
      null,
      2,
    )}\n`;
  }
  if (csv) return licensesCsv(licenses, shown);
  if (licenses.length === 0) return session.text.license.none;
  return licenses.map((license) => licenseLine(license, shown, session)).join('');
}

type IsWanted = (license: LicenseEntry) => boolean;

/** Active ones with a product that ends from today on and not later than in so many days. */
function expiresWithin(written: string, today: string, { text }: Session): IsWanted {
  const days = /^(\d{1,4})d?$/.exec(written)?.[1];
  if (days === undefined) throw new WrongUse(text.license.badDays(written));
  const last = daysAfter(today, Number(days));
  return ({ status, products }) =>
    status === 'active' &&
    products.some((product) => {
      const end = endOf(product);
      return end !== undefined && end >= today && end <= last;
    });
}

function hasStatus(written: string, { text }: Session): IsWanted {
  if (written !== 'active' && written !== 'revoked') throw new WrongUse(text.license.badStatus(written));
  return ({ status }) => status === written;
}

const hasProduct =
  (wanted: readonly string[]): IsWanted =>
  ({ products }) =>
    products.some(({ id }) => wanted.includes(id));

/** The one that ends first comes first. */
const byEnd = (a: LicenseEntry, b: LicenseEntry): number =>
  compareText(firstEnd(a), firstEnd(b)) || compareText(a.id, b.id);

const firstEnd = ({ products }: LicenseEntry): string =>
  products.map((product) => endOf(product) ?? '9999').toSorted(compareText)[0] ?? '9999';

/** `vypusk license show`: one licence, with its key. */
export async function show(name: string, options: ShopOptions, session: Session): Promise<void> {
  const { world } = session;
  const shop = await shopOf(options, session);
  const secrets = await openSecrets(options, shop.licensing, session);
  const license = await findLicense(name, { root: shop.root, secrets }, session);
  const json = JSON.stringify(licenseJson(license, 'with-keys'), null, 2);
  world.out(options.json ? `${json}\n` : licenseText(license, 'with-keys', session));
  session.finish(EXIT.fine);
}
