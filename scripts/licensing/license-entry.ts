import type { LicensedProduct } from '../decide/license.ts';
import { compareText } from '../model/problem.ts';
import type { IsoDate } from '../model/release.ts';
import { LicensingError } from './error.ts';

/** A licence as its vendor knows it: what the customer's record says, and the key. */
export interface LicenseEntry {
  /** The licence key in its canonical spelling. */
  readonly key: string;
  /** The first digits of the record's locator: names the licence without giving it away. */
  readonly id: string;
  readonly revision: number;
  readonly licensee: string;
  /** Day of this revision. */
  readonly issued: IsoDate;
  readonly status: 'active' | 'revoked';
  /** As they were sold; a revoked licence keeps them here and loses them in its record. */
  readonly products: readonly LicensedProduct[];
  /** Whatever the vendor wants to remember: an order, an address. Never in the customer's record. */
  readonly note?: string;
}

/** How long a product is sold for. */
export type Terms = Omit<LicensedProduct, 'id'>;

/** A change of a licence, made on a day. Every one gives the next revision: a revision never goes back. */
type Change = Partial<Pick<LicenseEntry, 'status' | 'products' | 'licensee'>>;

const changed = (entry: LicenseEntry, today: IsoDate, change: Change): LicenseEntry => ({
  ...entry,
  ...change,
  revision: entry.revision + 1,
  issued: today,
});

/** New terms for products of a licence: for those named, or for all. Throws `license-lacks-product`. */
export function extendLicense(
  entry: LicenseEntry,
  { products, terms }: { readonly products: readonly string[]; readonly terms: Terms },
  today: IsoDate,
): LicenseEntry {
  requireActive(entry);
  for (const product of products) requireProduct(entry, product);
  const isMeant = (id: string): boolean => products.length === 0 || products.includes(id);
  return changed(entry, today, {
    products: entry.products.map((product) => (isMeant(product.id) ? { id: product.id, ...terms } : product)),
  });
}

/** A product more, or one in the place of another. */
export interface Upgrade {
  readonly product: string;
  /** Product that it takes the place of. */
  readonly replaces?: string;
  /** Absent: those of the replaced product, or the longest that the licence has. */
  readonly terms?: Terms;
}

/** The licence with another product. Throws `license-lacks-product`, `license-has-product`. */
export function upgradeLicense(entry: LicenseEntry, upgrade: Upgrade, today: IsoDate): LicenseEntry {
  const { product, replaces } = upgrade;
  requireActive(entry);
  const kept = entry.products.filter(({ id }) => id !== replaces);
  if (replaces !== undefined) requireProduct(entry, replaces);
  if (kept.some(({ id }) => id === product)) {
    throw new LicensingError('license-has-product', { id: entry.id, product });
  }
  const terms = upgrade.terms ?? longest(entry.products.filter(({ id }) => (replaces ?? id) === id));
  if (terms === undefined) throw lacks(entry, product);
  return changed(entry, today, { products: [...kept, { ...terms, id: product }] });
}

/** The licence without any right left. Throws `license-already-revoked`. */
export function revokeLicense(entry: LicenseEntry, today: IsoDate): LicenseEntry {
  requireActive(entry);
  return changed(entry, today, { status: 'revoked' });
}

/** The same licence again, at the next revision: for records that are signed anew. */
export const renewLicense = (entry: LicenseEntry, today: IsoDate): LicenseEntry => changed(entry, today, {});

/** A revocation taken back: what was sold holds again. */
export const restoreLicense = (entry: LicenseEntry, today: IsoDate): LicenseEntry =>
  changed(entry, today, { status: 'active' });

function requireActive({ id, status }: LicenseEntry): void {
  if (status === 'revoked') throw new LicensingError('license-already-revoked', { id });
}

function requireProduct(entry: LicenseEntry, product: string): void {
  if (!entry.products.some(({ id }) => id === product)) throw lacks(entry, product);
}

const lacks = ({ id, products }: LicenseEntry, product: string): LicensingError =>
  new LicensingError('license-lacks-product', { id, product, products: products.map((sold) => sold.id) });

/** Texts of months order as months do. */
const longest = (products: readonly LicensedProduct[]): Terms | undefined =>
  products.toSorted((a, b) => compareText(b.updatesUntil, a.updatesUntil))[0];
