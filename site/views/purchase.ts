import type { Link } from './chip.ts';
import type { ExtensionPage } from './extension.ts';
import { outsideAddress } from './outside-address.ts';
import type { Reader } from './reader.ts';

/** How a paid extension is bought, and what a key is good for. */
export interface PurchaseView {
  /** What it costs, in the vendor's words; or that the vendor knows. */
  readonly price: string;
  readonly trial?: string;
  /** Where it is bought: the vendor's page, or his mail. Absent where he named neither. */
  readonly buy?: Link;
  /** Where a key opens files. */
  readonly key: Link;
  readonly support?: Link;
  /** What the end of a subscription means. */
  readonly meaning: string;
}

/** How the extension of a page is bought; nothing for a free one. */
export function purchaseOf(
  { document, purchase = {} }: Pick<ExtensionPage, 'document' | 'purchase'>,
  reader: Reader,
): { readonly purchase?: PurchaseView } {
  if (document.price === 'free') return {};
  const words = reader.texts.purchase;
  const { price, trial } = purchase;
  const buy = buyLink({ document, purchase }, reader);
  const support = outsideAddress(purchase.support);
  return {
    purchase: {
      price: price === undefined ? words.askPrice : reader.say(price),
      ...(trial && { trial: words.trial(reader.say(trial)) }),
      ...(buy && { buy }),
      key: { text: words.haveKey, href: reader.address.page(reader.locale, 'license') },
      ...(support !== undefined && { support: { text: words.support, href: support } }),
      meaning: words.meaning,
    },
  };
}

function buyLink(
  { document: { vendor }, purchase }: Required<Pick<ExtensionPage, 'document' | 'purchase'>>,
  { texts }: Reader,
): Link | undefined {
  const words = texts.purchase;
  const shop = outsideAddress(purchase.url);
  if (shop !== undefined) return { text: words.buy, href: shop };
  if (vendor.email !== undefined) return { text: words.askVendor, href: `mailto:${vendor.email}` };
  const site = outsideAddress(vendor.url);
  return site === undefined ? undefined : { text: words.askVendor, href: site };
}
