import type { Locale } from '../../scripts/model/text.ts';

/** A file of a release: where it lies follows from these three (`formats.md`, section 2). */
export interface FileName {
  readonly id: string;
  readonly version: string;
  readonly file: string;
}

/** Addresses of the published tree, below the base path of the site. Russian is at the root, English at `en/`. */
export interface SiteAddress {
  readonly home: (locale: Locale) => string;
  readonly extension: (locale: Locale, id: string) => string;
  readonly release: (locale: Locale, id: string, version: string) => string;
  /** The page of a configuration, by its inner name. */
  readonly configuration: (locale: Locale, name: string) => string;
  readonly page: (locale: Locale, slug: string) => string;
  readonly file: (name: FileName) => string;
  readonly asset: (path: string) => string;
  /** The same page in another language. */
  readonly translated: (path: string, locale: Locale) => string;
}

/** Addresses below `base`, which starts and ends with `/`. */
export function siteAddress(base: string): SiteAddress {
  const home = (locale: Locale): string => (locale === 'en' ? `${base}en/` : base);
  const page = (locale: Locale, slug: string): string => `${home(locale)}${slug}/`;
  const extension = (locale: Locale, id: string): string => page(locale, `extensions/${segment(id)}`);
  return {
    home,
    page,
    extension,
    configuration: (locale, name) => page(locale, `configurations/${segment(name)}`),
    release: (locale, id, version) => `${extension(locale, id)}${segment(version)}/`,
    file: ({ id, version, file }) => `${base}files/${segment(id)}/${segment(version)}/${segment(file)}`,
    asset: (path) => `${base}${path}`,
    translated: (path, locale) => `${home(locale)}${withoutLocale(path, base)}`,
  };
}

/** One segment of a path: names of files may be Cyrillic, and must not escape from their folder. */
const segment = (name: string): string => encodeURIComponent(name);

function withoutLocale(path: string, base: string): string {
  const below = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, '');
  return below === 'en' ? '' : below.replace(/^en\//, '');
}
