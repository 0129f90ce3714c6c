import type { ExtensionDocument, ReleaseDocument } from '../../scripts/model/documents.ts';
import { compareText } from '../../scripts/model/problem.ts';
import { channelText } from './release-marks.ts';
import type { Reader } from './reader.ts';

/** One release in a feed. */
export interface FeedEntry {
  /** Public address of the release's page; stays for ever, so it is the id as well. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** RFC 3339. Releases know their day and no hour. */
  readonly date: string;
  readonly author: string;
  readonly tags: readonly string[];
}

/** A feed, whatever it is written in. */
export interface Feed {
  readonly title: string;
  readonly language: string;
  /** Public address of the page that the feed belongs to. */
  readonly home: string;
  /** Date of the newest entry; of the epoch when there is none. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** What a feed is about, and on which host it lies. */
export interface FeedSubject {
  readonly title: string;
  /** Path of the page. */
  readonly page: string;
  /** Scheme and host. */
  readonly origin: string;
  readonly extensions: readonly ExtensionDocument[];
}

/** Releases that a feed carries: readers come back within that many. */
const MAX_ENTRIES = 50;

/** The newest releases of some extensions, the newest day first. */
export function feedOf({ title, page, origin, extensions }: FeedSubject, reader: Reader): Feed {
  const entries = extensions
    .flatMap((document) =>
      document.releases.map((release) => feedEntry(release, document, { origin, reader })),
    )
    .toSorted((a, b) => compareText(b.date, a.date) || compareText(a.url, b.url))
    .slice(0, MAX_ENTRIES);
  return {
    title,
    language: reader.locale,
    home: publicAddress(page, origin),
    updated: entries[0]?.date ?? moment('1970-01-01'),
    entries,
  };
}

function feedEntry(
  release: ReleaseDocument,
  document: ExtensionDocument,
  { origin, reader }: { readonly origin: string; readonly reader: Reader },
): FeedEntry {
  const title = reader.texts.release.title(reader.say(document.title), release.version);
  const { withdrawn } = release;
  return {
    url: publicAddress(reader.address.release(reader.locale, document.id, release.version), origin),
    title: withdrawn === undefined ? title : `${title} (${reader.texts.marks.withdrawn})`,
    summary: reader.say(withdrawn?.reason ?? release.brief ?? document.summary),
    // A withdrawal is news of its own day.
    date: moment(withdrawn?.date ?? release.date),
    author: reader.say(document.vendor.name),
    tags: [channelText(release.channel, reader)],
  };
}

const publicAddress = (path: string, origin: string): string => new URL(path, origin).href;

const moment = (day: string): string => `${day.slice(0, 10)}T00:00:00Z`;
