import { ANY_CONFIGURATION, isForConfiguration } from '../../scripts/model/any-configuration.ts';
import type { CatalogDocument, CatalogExtension } from '../../scripts/model/documents.ts';
import { compareText } from '../../scripts/model/problem.ts';
import { compareVersions, parseVersion } from '../../scripts/model/version.ts';
import { catalogueFilters, facetsOf, type CardFacets, type CatalogueFilter } from './catalogue-filters.ts';
import type { Chip, Link } from './chip.ts';
import { configurationName } from './configuration-name.ts';
import { dateText } from './date-text.ts';
import { rangeText } from './range-text.ts';
import type { Reader } from './reader.ts';
import { channelText, priceMark } from './release-marks.ts';

/** The newest release of one channel. */
export interface LatestRelease {
  readonly channel: string;
  readonly release: Link;
  readonly date: string;
  readonly isoDate: string;
}

/** An extension in the catalogue. */
export interface ExtensionCard {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly summary: string;
  readonly vendor: string;
  readonly price: Chip;
  /** By what the card is filtered. */
  readonly facets: CardFacets;
  readonly configurations: readonly string[];
  readonly latest: readonly LatestRelease[];
}

/** What there is for one configuration. */
export interface ConfigurationSection {
  /** Its own page. */
  readonly page: Link;
  readonly rows: readonly { readonly extension: Link; readonly versions: string; readonly release?: Link }[];
}

/** The whole catalogue page. */
export interface CatalogueView {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  /** How much there is and how fresh it is. */
  readonly facts: readonly string[];
  readonly filters: readonly CatalogueFilter[];
  readonly cards: readonly ExtensionCard[];
  readonly sections: readonly ConfigurationSection[];
}

/** The catalogue: cards by title, then the same extensions by configuration. */
export function catalogueView(catalog: CatalogDocument, reader: Reader): CatalogueView {
  const words = reader.texts.catalogue;
  return {
    title: words.title(reader.say(catalog.publisher.name)),
    description: words.description,
    lead: words.lead,
    facts: factsOf(catalog, reader),
    filters: catalogueFilters(catalog, reader),
    cards: extensionCards(catalog, reader),
    sections: sectionsOf(catalog, reader),
  };
}

/** The cards of all extensions, by title. */
export const extensionCards = (catalog: CatalogDocument, reader: Reader): readonly ExtensionCard[] =>
  catalog.extensions
    .map((extension) => cardOf(extension, catalog, reader))
    .toSorted((a, b) => compareText(a.title, b.title));

function factsOf(catalog: CatalogDocument, reader: Reader): readonly string[] {
  const words = reader.texts.catalogue;
  const served = new Set(catalog.extensions.flatMap((one) => one.configurations.map(({ name }) => name)));
  served.delete(ANY_CONFIGURATION);
  const dates = catalog.extensions.flatMap((one) => Object.values(one.latest).map(({ date }) => date));
  const newest = dates.toSorted(compareText).at(-1);
  if (catalog.extensions.length === 0) return [];
  return [
    words.counts(catalog.extensions.length, served.size),
    ...(newest === undefined ? [] : [words.updated(dateText(newest, reader.locale))]),
  ];
}

function cardOf(extension: CatalogExtension, catalog: CatalogDocument, reader: Reader): ExtensionCard {
  return {
    id: extension.id,
    title: reader.say(extension.title),
    href: reader.address.extension(reader.locale, extension.id),
    summary: reader.say(extension.summary),
    vendor: reader.say(extension.vendor.name),
    price: priceMark(extension.price, reader),
    facets: facetsOf(extension, catalog),
    configurations: extension.configurations.map(
      ({ name }) => configurationName(name, catalog.configurations, reader).title,
    ),
    latest: latestReleases(extension, catalog, reader),
  };
}

/** Newest releases, the most stable channel first; a beta that is older than the stable release has nothing to offer. */
function latestReleases(
  extension: CatalogExtension,
  { publisher }: CatalogDocument,
  reader: Reader,
): readonly LatestRelease[] {
  const byChannel = new Map(Object.entries(extension.latest));
  const shown: LatestRelease[] = [];
  for (const channel of publisher.channels) {
    const latest = byChannel.get(channel);
    if (latest === undefined || shown.some(({ release }) => !isNewer(latest.version, release.text))) continue;
    shown.push({
      channel: channelText(channel, reader),
      release: {
        text: latest.version,
        href: reader.address.release(reader.locale, extension.id, latest.version),
      },
      date: dateText(latest.date, reader.locale),
      isoDate: latest.date,
    });
  }
  return shown;
}

function isNewer(version: string, than: string): boolean {
  const [newer, older] = [parseVersion(version), parseVersion(than)];
  return newer !== undefined && older !== undefined && compareVersions(newer, older) > 0;
}

/** What there is for each configuration that something is made for, by title. */
export function sectionsOf(catalog: CatalogDocument, reader: Reader): readonly ConfigurationSection[] {
  return catalog.configurations
    .map((configuration) => ({
      page: {
        text: configurationName(configuration.name, catalog.configurations, reader).title,
        href: reader.address.configuration(reader.locale, configuration.name),
      },
      rows: catalog.extensions.flatMap((extension) => rowsOf(extension, configuration.name, catalog, reader)),
    }))
    .filter(({ rows }) => rows.length > 0)
    .toSorted((a, b) => compareText(a.page.text, b.page.text));
}

function rowsOf(
  extension: CatalogExtension,
  configuration: string,
  catalog: CatalogDocument,
  reader: Reader,
): ConfigurationSection['rows'] {
  const [latest] = latestReleases(extension, catalog, reader);
  return extension.configurations
    .filter((made) => isForConfiguration(made, configuration))
    .map(({ version }) => ({
      extension: {
        text: reader.say(extension.title),
        href: reader.address.extension(reader.locale, extension.id),
      },
      versions: rangeText(version, reader),
      ...(latest === undefined ? {} : { release: latest.release }),
    }));
}
