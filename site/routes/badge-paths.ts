import { LOCALES } from '../../scripts/model/text.ts';
import type { Publication } from '../publication/publication.ts';
import { badgeSvg } from '../views/badge-svg.ts';
import { extensionBadges } from '../views/extension-badges.ts';
import { readerOf } from '../views/reader.ts';
import type { FeedPath } from './feed-paths.ts';

/** Badges of all extensions in all languages, as files beside the extension's page. */
export const badgePaths = ({ extensions, catalog }: Publication, base: string): FeedPath[] =>
  LOCALES.map((locale) => readerOf(locale, base)).flatMap((reader) =>
    extensions.flatMap(({ document }) =>
      extensionBadges({ document, configurations: catalog.configurations }, reader).map((badge) => ({
        params: { path: decodeURIComponent(badge.href).slice(base.length) },
        props: { text: badgeSvg(badge), type: 'image/svg+xml; charset=utf-8' },
      })),
    ),
  );
