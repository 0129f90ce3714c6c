import { LOCALES } from '../../scripts/model/text.ts';
import type { Publication } from '../publication/publication.ts';
import { siteAddress } from '../views/address.ts';
import { escapeXml } from '../views/escape-xml.ts';
import type { FeedPlace } from './feed-paths.ts';

/** Releases of one sitemap: a file may name 50,000 pages (sitemaps.org), and a release has one in each language. */
const RELEASES_EACH = 25_000;

/**
 * Sitemaps of release pages by file name. The library that writes those of other pages compares every page with every
 * other one, which ten thousand of them would be felt from.
 */
export function releaseSitemaps(
  { extensions }: Pick<Publication, 'extensions'>,
  place: FeedPlace,
): ReadonlyMap<string, string> {
  const releases = extensions.flatMap(({ document: { id, releases: all } }) =>
    all.map(({ version }) => urlsOf(id, version, place)),
  );
  const sitemaps = new Map<string, string>();
  for (let at = 0; at < releases.length; at += RELEASES_EACH) {
    const urls = releases.slice(at, at + RELEASES_EACH).join('');
    sitemaps.set(`sitemap-releases-${String(sitemaps.size)}.xml`, `${HEAD}${urls}</urlset>\n`);
  }
  return sitemaps;
}

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';

/** The pages of a release, each with both languages beside it. */
function urlsOf(id: string, version: string, { origin, base }: FeedPlace): string {
  const { release } = siteAddress(base);
  const pages = LOCALES.map((locale) => ({
    locale,
    url: escapeXml(new URL(release(locale, id, version), origin).href),
  }));
  const links = pages
    .map(({ locale, url }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${url}"/>`)
    .join('');
  return pages.map(({ url }) => `<url><loc>${url}</loc>${links}</url>\n`).join('');
}
