import type { CatalogDocument, CatalogExtension } from '../../scripts/model/documents.ts';
import type { Reader } from './reader.ts';
import { channelText } from './release-marks.ts';

/** By what a card of the catalogue can be filtered. */
export interface CardFacets {
  readonly price: CatalogExtension['price'];
  /** Channels of its current releases, as places in the publisher's list. */
  readonly channels: readonly number[];
}

/** A choice of a filter. `value` is what the style sheet compares with the facets of cards. */
export interface FilterChoice {
  readonly value: string;
  readonly text: string;
}

/** One filter: everything, or one of its choices. */
export interface CatalogueFilter {
  readonly name: 'price' | 'channel';
  readonly label: string;
  readonly choices: readonly FilterChoice[];
}

/** Channels that the style sheet can filter by: filters work without scripts, so their rules are written out. */
const MAX_CHANNELS = 6;

/** The facets of an extension. */
export const facetsOf = (
  { price, latest }: CatalogExtension,
  { publisher }: CatalogDocument,
): CardFacets => ({
  price,
  channels: publisher.channels.flatMap((channel, at) => (Object.hasOwn(latest, channel) ? [at] : [])),
});

/** The filters that would leave something out: none for a price that everything has. */
export const catalogueFilters = (catalog: CatalogDocument, reader: Reader): readonly CatalogueFilter[] =>
  [priceFilter(catalog, reader), channelFilter(catalog, reader)].filter(({ choices }) => choices.length > 1);

function priceFilter({ extensions }: CatalogDocument, { texts }: Reader): CatalogueFilter {
  const prices = (['free', 'paid'] as const).filter((price) => extensions.some((one) => one.price === price));
  return {
    name: 'price',
    label: texts.catalogue.price,
    choices: prices.map((price) => ({ value: price, text: texts.marks[price] })),
  };
}

function channelFilter(catalog: CatalogDocument, reader: Reader): CatalogueFilter {
  const used = new Set(catalog.extensions.flatMap((extension) => facetsOf(extension, catalog).channels));
  return {
    name: 'channel',
    label: reader.texts.catalogue.channel,
    choices: catalog.publisher.channels
      .map((channel, at) => ({ at, value: String(at), text: channelText(channel, reader) }))
      .filter(({ at }) => used.has(at) && at < MAX_CHANNELS)
      .map(({ value, text }) => ({ value, text })),
  };
}
