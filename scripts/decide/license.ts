import type { ExtensionHead, ReleaseDocument } from '../model/documents.ts';
import type { IsoDate } from '../model/release.ts';
import type { Reason } from './offer.ts';

/** A licence whose signature and revision were verified (`formats.md`, section 6), in the part that decisions need. */
export interface License {
  readonly status: 'active' | 'revoked';
  readonly products: readonly LicensedProduct[];
}

/** What a licence says of one product. */
export interface LicensedProduct {
  readonly id: string;
  readonly trial: boolean;
  /** Last day on which the licence opens anything; absent means for ever. */
  readonly validUntil?: IsoDate;
  /** Last month whose releases are open, `YYYY-MM`; they stay open after it. */
  readonly updatesUntil: string;
}

/** A licence, or none, held against the clock. */
export interface LicenseContext {
  readonly license?: License;
  /** The day of the decision. */
  readonly today: IsoDate;
}

/** What of a release says who may install it. */
type LicensedRelease = Pick<ReleaseDocument, 'version' | 'date' | 'builds'>;

/**
 * Why a licence does not open a release of a paid extension; `undefined` when it does, or needs not. Its files may be
 * sealed for different products: give it with the one file that is meant, where that is known.
 */
export function refuseLicense(
  extension: ExtensionHead,
  release: LicensedRelease,
  { license, today }: LicenseContext,
): Reason | undefined {
  if (extension.price === 'free') return undefined;
  const named = { release: release.version };
  if (license === undefined) return { code: 'license-required', args: named };
  if (license.status === 'revoked') return { code: 'license-revoked', args: named };
  const opening = openingProducts(extension, release);
  const products = license.products.filter(({ id }) => opening.includes(id));
  if (products.length === 0) {
    return { code: 'license-not-for-product', args: { ...named, products: opening.join(', ') } };
  }
  if (products.some((product) => opens(product, release, today))) return undefined;
  return { code: 'license-window-ended', args: { ...named, ...windowOf(products, today) } };
}

/**
 * Products whose licence opens a release: of those that the extension lists, the ones that some of its files is sealed
 * for. A release without protected files is opened by all of them.
 */
function openingProducts({ products = [] }: ExtensionHead, { builds }: LicensedRelease): readonly string[] {
  const sealed = new Set(builds.flatMap(({ unlock = [] }) => unlock.map(({ product }) => product)));
  return sealed.size === 0 ? products : products.filter((product) => sealed.has(product));
}

// The month of a release is that of its date. Texts of dates order as dates do.
const opens = (product: LicensedProduct, release: Pick<ReleaseDocument, 'date'>, today: IsoDate): boolean =>
  isValid(product, today) && release.date.slice(0, 7) <= product.updatesUntil;

const isValid = ({ validUntil }: LicensedProduct, today: IsoDate): boolean =>
  validUntil === undefined || today <= validUntil;

/** The end that was reached last: of updates, or of the licence as a whole. */
function windowOf(products: readonly LicensedProduct[], today: IsoDate): Reason['args'] {
  const months = products
    .filter((product) => isValid(product, today))
    .map(({ updatesUntil }) => updatesUntil);
  const updatesUntil = months.toSorted().at(-1);
  if (updatesUntil !== undefined) return { updatesUntil };
  const validUntil = products
    .flatMap((product) => product.validUntil ?? [])
    .toSorted()
    .at(-1);
  return validUntil === undefined ? {} : { validUntil };
}

/** The reason, with the newest version that is still open where updates have ended. */
export const withOpenVersion = (reason: Reason, open: string | undefined): Reason =>
  reason.code === 'license-window-ended' && open !== undefined
    ? { ...reason, args: { ...reason.args, open } }
    : reason;
