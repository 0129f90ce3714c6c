import type { Link } from './chip.ts';
import type { Reader } from './reader.ts';

/** A section of the site in the header. */
export interface SiteSection extends Link {
  readonly isCurrent: boolean;
}

/** Pages of the documentation that the header's link does not lead to directly. */
const DOCUMENTATION = ['documentation', 'vendors', 'installer-authors', 'checks'];

/** The sections, with the one that `path` belongs to marked. */
export function siteSections(path: string, reader: Reader): readonly SiteSection[] {
  const { address, locale, texts } = reader;
  const below = (slug: string): boolean => path.startsWith(address.page(locale, slug));
  return [
    {
      text: texts.shell.catalogue,
      href: address.home(locale),
      isCurrent: path === address.home(locale) || below('extensions') || below('configurations'),
    },
    { text: texts.shell.fit, href: address.page(locale, 'fit'), isCurrent: below('fit') },
    { text: texts.shell.license, href: address.page(locale, 'license'), isCurrent: below('license') },
    {
      text: texts.shell.documentation,
      href: address.page(locale, 'documentation'),
      isCurrent: DOCUMENTATION.some(below),
    },
    { text: texts.shell.trust, href: address.page(locale, 'trust'), isCurrent: below('trust') },
  ];
}
