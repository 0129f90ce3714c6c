import { LOCALES } from '../../scripts/model/text.ts';
import { catalogueView } from '../views/catalogue.ts';
import { atomFeed } from '../views/atom-feed.ts';
import { feedOf, type Feed } from '../views/feed.ts';
import { jsonFeed } from '../views/json-feed.ts';
import { readerOf } from '../views/reader.ts';
import type { Publication } from '../publication/publication.ts';

/** A feed as a file. */
export interface FeedPath {
  /** Address below the base, without a leading slash. */
  readonly params: { readonly path: string };
  readonly props: { readonly text: string; readonly type: string };
}

/** Where the site lies. */
export interface FeedPlace {
  readonly origin: string;
  readonly base: string;
}

const FORMATS = [
  { file: 'feed.atom', type: 'application/atom+xml; charset=utf-8', write: atomFeed },
  { file: 'feed.json', type: 'application/feed+json; charset=utf-8', write: jsonFeed },
] as const;

/** Every feed in every language and format: of everything beside the catalogue, of an extension beside its page. */
export function feedPaths(publication: Publication, { origin, base }: FeedPlace): FeedPath[] {
  const documents = publication.extensions.map(({ document }) => document);
  return LOCALES.map((locale) => readerOf(locale, base)).flatMap((reader) => {
    const home = reader.address.home(reader.locale);
    const { title } = catalogueView(publication.catalog, reader);
    return [
      ...filesOf(home, feedOf({ title, page: home, origin, extensions: documents }, reader), {
        origin,
        base,
      }),
      ...documents.flatMap((document) => {
        const page = reader.address.extension(reader.locale, document.id);
        const subject = { title: reader.say(document.title), page, origin, extensions: [document] };
        return filesOf(page, feedOf(subject, reader), { origin, base });
      }),
    ];
  });
}

const filesOf = (page: string, feed: Feed, { origin, base }: FeedPlace): readonly FeedPath[] =>
  FORMATS.map(({ file, type, write }) => ({
    params: { path: `${page}${file}`.slice(base.length) },
    props: { text: write(feed, new URL(`${page}${file}`, origin).href), type },
  }));
