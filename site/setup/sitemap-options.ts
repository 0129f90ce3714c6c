import type { SitemapOptions } from '@astrojs/sitemap';
import type { Publication } from '../publication/publication.ts';
import { FRAME_PATH } from '../press/frame.ts';
import { releaseSitemaps } from '../routes/release-sitemaps.ts';
import type { SiteSettings } from './site-settings.ts';

/** The sitemap: what Astro draws but the frames, and the sitemaps of release pages, which the press writes. */
export function sitemapOptions(
  publication: Publication,
  { site, base }: Pick<SiteSettings, 'site' | 'base'>,
): NonNullable<SitemapOptions> {
  const printed = releaseSitemaps(publication, { origin: site, base });
  return {
    i18n: { defaultLocale: 'root', locales: { root: 'ru', en: 'en' } },
    filter: (page) => !page.endsWith(FRAME_PATH),
    customSitemaps: [...printed.keys()].map((file) => new URL(`${base}${file}`, site).href),
  };
}
