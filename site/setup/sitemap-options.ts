import type { SitemapOptions } from '@astrojs/sitemap';
import type { Publication } from '../publication/publication.ts';
import { FRAME_PATH } from '../press/frame.ts';
import { releasePaths } from '../routes/extension-paths.ts';
import { siteAddress } from '../views/address.ts';
import type { SiteSettings } from './site-settings.ts';

/** The sitemap: what Astro draws but the frames, and the release pages that are printed. Languages lead to each other. */
export function sitemapOptions(
  publication: Publication,
  { site, base }: Pick<SiteSettings, 'site' | 'base'>,
): NonNullable<SitemapOptions> {
  const { release } = siteAddress(base);
  return {
    i18n: { defaultLocale: 'root', locales: { root: 'ru', en: 'en' } },
    filter: (page) => !page.endsWith(FRAME_PATH),
    customPages: releasePaths(publication).map(
      ({ params, props }) => new URL(release(props.locale, params.id, params.version), site).href,
    ),
  };
}
