import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { LOCALES, type Locale } from '../../scripts/model/text.ts';
import type { TreeFiles } from '../../scripts/source/index.ts';
import { Html } from '../markup/html.ts';
import { digestOf, extensionDigest } from '../publication/extension-digest.ts';
import type { Publication } from '../publication/publication.ts';
import { MAX_INSTALLER_BYTES } from '../publication/read-installer.ts';
import { MAX_PICTURE_BYTES, releasePictures } from '../publication/release-pictures.ts';
import { homeFeedPaths, type FeedPlace } from '../routes/feed-paths.ts';
import { releaseSitemaps } from '../routes/release-sitemaps.ts';
import { siteAddress } from '../views/address.ts';
import { FRAME, FRAME_PATH, frameOf, type Framed } from './frame.ts';
import type { PrintCache } from './print-cache.ts';
import { printExtension, type ExtensionPrint } from './print-extension.ts';
import type { SearchIndex } from './search-index.ts';
import { writeFiles } from './write-files.ts';

/** What is printed, and where. */
export interface PrintOrder extends FeedPlace {
  readonly publication: Publication;
  /** The release tree, for pictures. */
  readonly releases: TreeFiles;
  /** What `vypusk installer` made; absent where none is handed over. */
  readonly installer: TreeFiles | undefined;
  /** Folder with the pages that Astro drew. */
  readonly out: string;
  readonly search: SearchIndex;
  readonly cache: PrintCache;
  /** Digest of the program that prints. */
  readonly program: string;
}

/**
 * Writes what Astro does not draw: release pages, which are thousands, and files for programs. Release pages are added
 * to the search on the way.
 */
export async function press(order: PrintOrder): Promise<void> {
  const { publication, out, cache, program, origin, base } = order;
  const frames = await takeFrames(out);
  for (const extension of publication.extensions) {
    const digest = digestOf([extensionDigest(extension, publication), program, origin, base]);
    const print = await cache.print(digest, () => printExtension(extension, publication, order));
    await writeFiles(out, filesOf(print, frames));
    addToSearch(print, order);
  }
  await cache.sweep();
  const feeds = homeFeedPaths(publication, order);
  await writeFiles(out, new Map(feeds.map(({ params, props }) => [params.path, props.text])));
  await writeFiles(out, releaseSitemaps(publication, order));
  await copyPictures(order);
  await copyInstaller(order);
}

type Frames = ReadonlyMap<Locale, (framed: Framed) => string>;

/** Reads the frames and removes them from the site: they are no pages. */
async function takeFrames(out: string): Promise<Frames> {
  const frames = new Map<Locale, (framed: Framed) => string>();
  for (const locale of LOCALES) {
    const folder = path.join(out, homeOf(locale));
    frames.set(locale, frameOf(await readFile(path.join(folder, FRAME_PATH, 'index.html'), 'utf8')));
    await rm(path.join(folder, 'extensions', FRAME.id), { recursive: true });
  }
  return frames;
}

/** Folder of a language below the root of the site. */
const homeOf = (locale: Locale): string => siteAddress('').home(locale);

function filesOf({ pages, files }: ExtensionPrint, frames: Frames): ReadonlyMap<string, string> {
  const written = new Map(files.map(({ path: file, text }) => [file, text]));
  for (const page of pages) {
    const file = `${homeOf(page.locale)}${decodeURIComponent(page.path)}index.html`;
    written.set(file, frames.get(page.locale)?.({ ...page, body: new Html(page.body) }) ?? '');
  }
  return written;
}

function addToSearch({ pages }: ExtensionPrint, { search, base }: PrintOrder): void {
  for (const { locale, path: page, title, searched } of pages) {
    search.add({ url: `${siteAddress(base).home(locale)}${page}`, title, text: searched, language: locale });
  }
}

/** Pictures lie beside the Russian page that shows them; both languages show the same. */
async function copyPictures({ publication, releases, out }: PrintOrder): Promise<void> {
  const { extensions } = publication;
  const ofNotes = (await releasePictures(extensions, releases)).map(
    ({ id, version, folder, path: picture }) =>
      [`${folder}/${picture}`, `extensions/${id}/${version}/${picture}`] as const,
  );
  const ofExtensions = extensions.flatMap(({ document, screenshots }) =>
    screenshots.map(({ source, name }) => [source, `extensions/${document.id}/screenshots/${name}`] as const),
  );
  for (const [source, target] of [...ofNotes, ...ofExtensions]) {
    await writeFiles(out, new Map([[target, await releases.read(source, MAX_PICTURE_BYTES)]]));
  }
}

/** The 1C side lies where its pages say that it does. */
async function copyInstaller({ publication, installer, out }: PrintOrder): Promise<void> {
  if (installer === undefined) return;
  for (const { name } of publication.installer) {
    await writeFiles(out, new Map([[`installer/${name}`, await installer.read(name, MAX_INSTALLER_BYTES)]]));
  }
}
