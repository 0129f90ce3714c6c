import { refuseLicense, type License, type LicenseContext } from '../../scripts/decide/license.ts';
import type {
  BuildDocument,
  ExtensionDocument,
  LicensingDocument,
  ReleaseDocument,
} from '../../scripts/model/documents.ts';
import type { Configuration } from '../../scripts/model/extension.ts';
import { buildFileView } from './build-file.ts';
import type { Link } from './chip.ts';
import { dateText } from './date-text.ts';
import type { Reader } from './reader.ts';

/** One product of a licence as a line of a table. */
export interface LicensedRow {
  readonly product: string;
  readonly updates: string;
  readonly valid: string;
}

/** A file that the licence opens. */
export interface OpenFile {
  readonly text: string;
  readonly release: ReleaseDocument;
  readonly build: BuildDocument;
  /** Id of the extension. */
  readonly extension: string;
}

/** The releases of one extension that the licence opens. */
export interface OpenExtension {
  readonly extension: Link;
  readonly releases: readonly {
    readonly release: Link;
    readonly date: string;
    readonly files: readonly OpenFile[];
  }[];
}

/** Releases of an extension that are worth showing; older ones have their own pages. */
const MAX_RELEASES = 5;

/** Products and dates, by the titles that the publisher gave. */
export const licensedRows = (
  { products }: License,
  licensing: Pick<LicensingDocument, 'products'>,
  reader: Reader,
): readonly LicensedRow[] =>
  products.map(({ id, trial, updatesUntil, validUntil }) => {
    const words = reader.texts.license;
    const title = licensing.products.find((product) => product.id === id)?.title;
    const name = title === undefined ? id : reader.say(title);
    return {
      product: trial ? `${name} (${words.trial})` : name,
      updates: updatesUntil >= NEVER_ENDS ? words.forEver : monthText(updatesUntil, reader),
      valid: validUntil === undefined ? words.forEver : dateText(validUntil, reader.locale),
    };
  });

/** Month of a licence whose updates do not end (`formats.md`, section 7). */
const NEVER_ENDS = '2099-12';

const monthText = (month: string, { locale }: Reader): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** What documents, licence and configurations a list of downloads is made from. */
export interface OpenSubject {
  readonly documents: readonly ExtensionDocument[];
  readonly license: LicenseContext;
  readonly configurations: readonly Configuration[];
}

/** The newest releases of each extension that the licence opens; withdrawn ones never. */
export const openExtensions = (
  { documents, license, configurations }: OpenSubject,
  reader: Reader,
): readonly OpenExtension[] =>
  documents
    .map((document) => ({
      extension: {
        text: reader.say(document.title),
        href: reader.address.extension(reader.locale, document.id),
      },
      releases: document.releases
        .filter(
          (release) =>
            release.withdrawn === undefined && refuseLicense(document, release, license) === undefined,
        )
        .slice(0, MAX_RELEASES)
        .map((release) => ({
          release: {
            text: release.version,
            href: reader.address.release(reader.locale, document.id, release.version),
          },
          date: dateText(release.date, reader.locale),
          // One release may hold files that are sealed for different products.
          files: release.builds
            .filter(
              (build) => refuseLicense(document, { ...release, builds: [build] }, license) === undefined,
            )
            .map((build) => openFile(document.id, { release, build, configurations }, reader)),
        })),
    }))
    .filter(({ releases }) => releases.length > 0);

function openFile(
  extension: string,
  {
    release,
    build,
    configurations,
  }: Pick<OpenFile, 'release' | 'build'> & Pick<OpenSubject, 'configurations'>,
  reader: Reader,
): OpenFile {
  const view = buildFileView(build, { id: extension, version: release.version, configurations }, reader);
  const titles = view.configurations.map(({ title }) => title).join('; ');
  return { text: `${reader.texts.extension.download} ${view.size}: ${titles}`, release, build, extension };
}
