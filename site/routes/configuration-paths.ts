import { LOCALES, type Locale } from '../../scripts/model/text.ts';
import { digestOf } from '../publication/extension-digest.ts';
import type { Publication } from '../publication/publication.ts';
import { servedConfigurations } from '../views/configuration.ts';
import { localeParam } from './locale-paths.ts';

/** A page of a configuration. */
export interface ConfigurationPath {
  readonly params: { readonly locale: string | undefined; readonly name: string };
  readonly props: { readonly locale: Locale; readonly name: string };
  /** What the page follows from. */
  readonly cacheKey: string;
}

/** Pages of all configurations that something is made for, in all languages. */
export function configurationPaths({ catalog }: Publication): ConfigurationPath[] {
  const cacheKey = digestOf(catalog);
  return LOCALES.flatMap((locale) =>
    servedConfigurations(catalog).map((name) => ({
      params: { locale: localeParam(locale), name },
      props: { locale, name },
      cacheKey,
    })),
  );
}
