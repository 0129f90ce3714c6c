import type { Locale } from '../../scripts/model/text.ts';
import { releaseBody } from '../markup/release-body.ts';
import type { Html } from '../markup/html.ts';
import { noteText } from '../notes-renderer/note-text.ts';
import { extensionPage } from '../publication/extension-page.ts';
import type { Publication, PublishedExtension } from '../publication/publication.ts';
import { releaseNotes, type ReleaseNotes } from '../publication/release-notes.ts';
import { badgePaths } from '../routes/badge-paths.ts';
import { releasePaths, type ReleasePath } from '../routes/extension-paths.ts';
import { extensionFeedPaths, type FeedPlace } from '../routes/feed-paths.ts';
import { readerOf } from '../views/reader.ts';
import { releaseView, type ReleaseView } from '../views/release.ts';

/** A page that goes into the frame of its language. */
export interface PrintedPage {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Address below the base without the language, percent-encoded; ends with a slash. */
  readonly path: string;
  /** HTML of `markup/`. */
  readonly body: string;
  /** What the search finds the page by, as text in the page's language. */
  readonly searched: string;
}

/** A file for programs: a feed or a badge. */
export interface PrintedFile {
  /** Path below the base. */
  readonly path: string;
  readonly text: string;
}

/** Everything of an extension that is printed without Astro. A plain value: it is kept as JSON. */
export interface ExtensionPrint {
  readonly pages: readonly PrintedPage[];
  readonly files: readonly PrintedFile[];
}

/**
 * The release pages, feeds and badges of an extension. All follows from the extension, from the list of
 * configurations, and from where the site lies: `print-digest.ts` counts on it.
 */
export function printExtension(
  extension: PublishedExtension,
  { catalog, installer }: Publication,
  place: FeedPlace,
): ExtensionPrint {
  const alone = { catalog, installer, extensions: [extension] };
  const files = [...extensionFeedPaths(extension.document, place), ...badgePaths(alone, place.base)];
  return {
    pages: releasePaths(alone).map(({ props }) => printRelease(props, alone, place.base)),
    files: files.map(({ params, props }) => ({ path: params.path, text: props.text })),
  };
}

/** The page of a release, without its frame. */
export function printRelease(
  { locale, extension, release }: ReleasePath['props'],
  publication: Publication,
  base: string,
): PrintedPage {
  const reader = readerOf(locale, base);
  const view = releaseView(release, extensionPage(extension, publication, locale), reader);
  const notes = releaseNotes(extension, release.version, reader);
  const body: Html = releaseBody({ view, notes, reader });
  return {
    locale,
    title: view.title,
    description: view.description,
    path: reader.address.release('ru', extension.document.id, release.version).slice(base.length),
    body: body.text,
    searched: searchedText(view, notes?.language === locale ? notes : undefined),
  };
}

/** Notes that nobody translated are found in their own language only: the search cannot inflect them in another. */
function searchedText({ title, marks, files }: ReleaseView, notes: ReleaseNotes | undefined): string {
  const configurations = files.flatMap((file) => file.configurations.map((one) => one.title));
  const heading = [title, ...marks.map(({ text }) => text), ...new Set(configurations)].join(', ');
  return notes === undefined ? heading : `${heading}. ${noteText(notes.nodes)}`;
}
