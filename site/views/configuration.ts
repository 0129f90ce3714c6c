import type { CatalogDocument } from '../../scripts/model/documents.ts';
import { extensionCards, sectionsOf, type ConfigurationSection, type ExtensionCard } from './catalogue.ts';
import type { Link } from './chip.ts';
import { configurationName } from './configuration-name.ts';
import type { Reader } from './reader.ts';

/** The page of one configuration: what is made for it. */
export interface ConfigurationView {
  readonly title: string;
  readonly description: string;
  readonly cards: readonly ExtensionCard[];
  readonly section?: ConfigurationSection;
  /** «What fits me» with this configuration chosen. */
  readonly fit: Link;
}

/** Configurations that something is made for, in the publisher's order. */
export function servedConfigurations({ configurations, extensions }: CatalogDocument): readonly string[] {
  const served = new Set(extensions.flatMap((one) => one.configurations.map(({ name }) => name)));
  return configurations.map(({ name }) => name).filter((name) => served.has(name));
}

/** What the page of the configuration `name` shows. */
export function configurationView(name: string, catalog: CatalogDocument, reader: Reader): ConfigurationView {
  const { texts, address, locale } = reader;
  const { title } = configurationName(name, catalog.configurations, reader);
  const extensions = catalog.extensions.filter((one) =>
    one.configurations.some((made) => made.name === name),
  );
  const href = address.configuration(locale, name);
  const section = sectionsOf(catalog, reader).find(({ page }) => page.href === href);
  return {
    title: texts.catalogue.forConfiguration(title),
    description: texts.catalogue.forConfigurationLead(title),
    cards: extensionCards({ ...catalog, extensions }, reader),
    ...(section && { section }),
    fit: {
      text: texts.shell.fit,
      href: `${address.page(locale, 'fit')}#configuration=${encodeURIComponent(name)}`,
    },
  };
}
