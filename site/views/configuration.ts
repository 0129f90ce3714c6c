import { isForConfiguration } from '../../scripts/model/any-configuration.ts';
import type { CatalogDocument } from '../../scripts/model/documents.ts';
import { extensionCards, sectionsOf, type ConfigurationSection, type ExtensionCard } from './catalogue.ts';
import type { Link } from './chip.ts';
import { configurationName } from './configuration-name.ts';
import { synonymsOf } from './configuration-synonyms.ts';
import type { Reader } from './reader.ts';

/** The page of one configuration: what is made for it. */
export interface ConfigurationView {
  /** What else people call it: search finds the page by that. */
  readonly called: string;
  readonly title: string;
  readonly description: string;
  readonly cards: readonly ExtensionCard[];
  readonly section?: ConfigurationSection;
  /** «What fits me» with this configuration chosen. */
  readonly fit: Link;
}

/** Configurations that something is made for, in the publisher's order. */
export function servedConfigurations({ configurations, extensions }: CatalogDocument): readonly string[] {
  const made = extensions.flatMap((one) => one.configurations);
  return configurations
    .map(({ name }) => name)
    .filter((name) => made.some((one) => isForConfiguration(one, name)));
}

/** What the page of the configuration `name` shows. */
export function configurationView(name: string, catalog: CatalogDocument, reader: Reader): ConfigurationView {
  const { texts, address, locale } = reader;
  const { title } = configurationName(name, catalog.configurations, reader);
  const extensions = catalog.extensions.filter((one) =>
    one.configurations.some((made) => isForConfiguration(made, name)),
  );
  const href = address.configuration(locale, name);
  const section = sectionsOf(catalog, reader).find(({ page }) => page.href === href);
  return {
    title: texts.catalogue.forConfiguration(title),
    description: texts.catalogue.forConfigurationLead(title),
    called: texts.catalogue.called(synonymsOf(name).join(', ')),
    cards: extensionCards({ ...catalog, extensions }, reader),
    ...(section && { section }),
    fit: {
      text: texts.shell.fit,
      href: `${address.page(locale, 'fit')}#configuration=${encodeURIComponent(name)}`,
    },
  };
}
