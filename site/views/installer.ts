import type { InstallerFile } from '../publication/read-installer.ts';
import type { StepText } from '../i18n/install-texts.ts';
import type { Link } from './chip.ts';
import type { Reader } from './reader.ts';
import { exactSizeText, sizeText } from './size-text.ts';
import { hashCommands, type HashCommand } from './verify-by-hand.ts';

/** The installer as pages of extensions offer it. */
export interface InstallerOffer extends StepText {
  readonly page: Link;
  /** The file to take: the built one, or sources where there is none. */
  readonly file: Link;
}

/** One published file of the 1C side. */
export interface InstallerRow {
  readonly kind: string;
  readonly file: Link;
  readonly version: string;
  readonly exactSize: string;
  readonly sha256: string;
}

/** The page of the installer. */
export interface InstallerView extends InstallerOffer {
  readonly lead: string;
  /** Whether the file has to be built first. */
  readonly isSources: boolean;
  readonly rows: readonly InstallerRow[];
  readonly commands: readonly HashCommand[];
  readonly manuals: readonly Link[];
}

/** Address of the page: `installer/` belongs to the files and to the manual. */
export const installerPage = (reader: Reader): Link => ({
  text: reader.texts.installer.title,
  href: reader.address.page(reader.locale, 'install'),
});

/** What to offer of these files; `undefined` where the installer is not among them. */
export function installerOffer(files: readonly InstallerFile[], reader: Reader): InstallerOffer | undefined {
  const file = fileToTake(files);
  const words = reader.texts.installer;
  if (file === undefined) return undefined;
  const download = file.form === 'built' ? words.downloadBuilt : words.downloadSources;
  return {
    ...words.offer,
    page: { ...installerPage(reader), text: words.about },
    file: { text: download(file.version, sizeText(file.length, reader.locale)), href: address(file, reader) },
  };
}

/** The page for these files; `undefined` where the installer is not among them. */
export function installerView(
  files: readonly InstallerFile[],
  publisher: string,
  reader: Reader,
): InstallerView | undefined {
  const file = fileToTake(files);
  const offer = installerOffer(files, reader);
  if (file === undefined || offer === undefined) return undefined;
  const words = reader.texts.installer;
  return {
    ...offer,
    lead: words.lead(publisher),
    isSources: file.form === 'sources',
    rows: files.toSorted(byUse).map((one) => rowOf(one, reader)),
    commands: hashCommands(file.name),
    manuals: [
      { text: words.manual, href: reader.address.page(reader.locale, 'installer') },
      { text: words.updateManual, href: reader.address.page(reader.locale, 'auto-update') },
    ],
  };
}

const fileToTake = (files: readonly InstallerFile[]): InstallerFile | undefined =>
  files.filter(({ product }) => product === 'installer').toSorted(byUse)[0];

const PLACES: readonly string[] = ['installer built', 'installer sources', 'update built', 'update sources'];

/** What people need first, first. */
const byUse = (a: InstallerFile, b: InstallerFile): number => placeOf(a) - placeOf(b);

const placeOf = ({ product, form }: InstallerFile): number => PLACES.indexOf(`${product} ${form}`);

const rowOf = (file: InstallerFile, reader: Reader): InstallerRow => ({
  kind: reader.texts.installer.forms[file.product][file.form],
  file: { text: file.name, href: address(file, reader) },
  version: file.version,
  exactSize: exactSizeText(file.length, reader.locale),
  sha256: file.sha256,
});

const address = ({ name }: InstallerFile, reader: Reader): string =>
  reader.address.asset(`installer/${encodeURIComponent(name)}`);
