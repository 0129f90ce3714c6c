import type { ExtensionDocument } from '../../scripts/model/documents.ts';
import { LOCALES } from '../../scripts/model/text.ts';
import { catalogueView } from '../views/catalogue.ts';
import { atomFeed } from '../views/atom-feed.ts';
import { feedOf, type Feed } from '../views/feed.ts';
import { jsonFeed } from '../views/json-feed.ts';
import { readerOf, type Reader } from '../views/reader.ts';
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
export const feedPaths = (publication: Publication, place: FeedPlace): FeedPath[] => [
  ...homeFeedPaths(publication, place),
  ...publication.extensions.flatMap(({ document }) => extensionFeedPaths(document, place)),
];

/** Feeds of everything that is published. */
export function homeFeedPaths({ catalog, extensions }: Publication, place: FeedPlace): FeedPath[] {
  const documents = extensions.map(({ document }) => document);
  return readersOf(place).flatMap((reader) => {
    const page = reader.address.home(reader.locale);
    const { title } = catalogueView(catalog, reader);
    return filesOf(feedOf({ title, page, origin: place.origin, extensions: documents }, reader), page, place);
  });
}

/** Feeds of one extension. */
export const extensionFeedPaths = (document: ExtensionDocument, place: FeedPlace): FeedPath[] =>
  readersOf(place).flatMap((reader) => {
    const page = reader.address.extension(reader.locale, document.id);
    const subject = { title: reader.say(document.title), page, origin: place.origin, extensions: [document] };
    return filesOf(feedOf(subject, reader), page, place);
  });

const readersOf = ({ base }: FeedPlace): readonly Reader[] => LOCALES.map((locale) => readerOf(locale, base));

const filesOf = (feed: Feed, page: string, { origin, base }: FeedPlace): readonly FeedPath[] =>
  FORMATS.map(({ file, type, write }) => ({
    params: { path: `${page}${file}`.slice(base.length) },
    props: { text: write(feed, new URL(`${page}${file}`, origin).href), type },
  }));
