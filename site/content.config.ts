import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';

/** Pages that people wrote: the documentation. Releases are not content: they come from the release tree. */
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  /** Our own words for Starlight's interface. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
