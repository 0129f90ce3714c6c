import type { ExtensionDocument, ReleaseDocument } from '../../scripts/model/documents.ts';
import type { Configuration, Purchase } from '../../scripts/model/extension.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import type { LocalizedText } from '../../scripts/model/text.ts';
import type { InstallerFile } from '../publication/read-installer.ts';
import { buildFileView, type BuildFileView } from './build-file.ts';
import type { Chip, Link } from './chip.ts';
import { compatibilityPictures, type CompatibilityPicture } from './compatibility-picture.ts';
import { compatibilityRows, type CompatibilityRow } from './compatibility.ts';
import { installGuide, type InstallGuide } from './install-guide.ts';
import { extensionBadges, type Badge } from './extension-badges.ts';
import { modulesView, type ModulesView } from './conflicts.ts';
import { newestByChannel } from './newest-by-channel.ts';
import { outsideAddress } from './outside-address.ts';
import { passportView, type PassportView } from './passport.ts';
import type { Reader } from './reader.ts';
import { priceMark } from './release-marks.ts';
import { purchaseOf, type PurchaseView } from './purchase.ts';
import { releaseRow, type ReleaseRow } from './release-row.ts';

/** What the page of an extension is drawn from. */
export interface ExtensionPage {
  readonly document: ExtensionDocument;
  readonly configurations: readonly Configuration[];
  /** The 1C side that customers get here. Absent: none. */
  readonly installer?: readonly InstallerFile[];
  /** Passports of the files of a release, by file name. */
  readonly passportsOf: (version: string) => ReadonlyMap<string, Passport>;
  /** Further pages of the vendor, with their titles in the reader's language. */
  readonly pages?: readonly { readonly name: string; readonly title: string }[];
  /** How a paid one is bought. */
  readonly purchase?: Purchase;
  /** Pictures of the extension at work, published below its page. */
  readonly screenshots?: readonly PageScreenshot[];
}

/** A screenshot by the name under which it is published. */
export interface PageScreenshot {
  readonly name: string;
  readonly alt: LocalizedText;
  readonly width: number;
  readonly height: number;
}

/** A picture as the page shows it. */
export interface ScreenshotView extends Omit<PageScreenshot, 'name' | 'alt'> {
  readonly src: string;
  readonly alt: string;
}

/** The newest release of a channel, with its files. */
export interface NewestRelease extends ReleaseRow {
  readonly files: readonly BuildFileView[];
}

/** What the newest files contain, and of which release they are. */
export interface InsideView {
  readonly lead: string;
  readonly passports: readonly PassportView[];
}

/** The whole page of an extension. */
export interface ExtensionView {
  readonly title: string;
  readonly summary: string;
  readonly innerName: string;
  readonly price: Chip;
  /** How it is bought and opened; absent for free ones. */
  readonly purchase?: PurchaseView;
  readonly vendor: { readonly name: string; readonly url?: string; readonly email?: string };
  /** Licence agreement: its page, and the file that is pinned. */
  readonly agreement?: { readonly page: Link; readonly file: Link };
  /** Further pages of the vendor. */
  readonly pages: readonly Link[];
  /** Sections of the page that exist, for the links at its top. */
  readonly sections: readonly Link[];
  readonly screenshots: readonly ScreenshotView[];
  readonly newest: readonly NewestRelease[];
  readonly compatibility: readonly CompatibilityRow[];
  readonly pictures: readonly CompatibilityPicture[];
  readonly inside?: InsideView;
  readonly guide?: InstallGuide;
  /** Other modules: conflicts, and guides for moving from them. */
  readonly modules: ModulesView;
  readonly releases: readonly ReleaseRow[];
  readonly badges: readonly Badge[];
}

/** The page of an extension for a reader. Everything follows from the signed document and the files' passports. */
export function extensionView(page: ExtensionPage, reader: Reader): ExtensionView {
  const { document } = page;
  const body = bodyOf(page, reader);
  return {
    title: reader.say(document.title),
    summary: reader.say(document.summary),
    innerName: document.name,
    price: priceMark(document.price, reader),
    ...purchaseOf(page, reader),
    vendor: vendorView(document, reader),
    ...agreementOf(document, reader),
    pages: (page.pages ?? []).map(({ name, title }) => ({
      text: title,
      href: `${reader.address.extension(reader.locale, document.id)}docs/${name}/`,
    })),
    screenshots: (page.screenshots ?? []).map((one) => screenshotView(one, page, reader)),
    ...body,
    badges: extensionBadges(page, reader),
    sections: sectionLinks(body, reader),
  };
}

/** Both languages show the same file, which lies beside the Russian page. */
const screenshotView = (
  { name, alt, width, height }: PageScreenshot,
  { document }: ExtensionPage,
  reader: Reader,
): ScreenshotView => ({
  src: `${reader.address.extension('ru', document.id)}screenshots/${name}`,
  alt: reader.say(alt),
  width,
  height,
});

type Body = Pick<
  ExtensionView,
  'newest' | 'compatibility' | 'pictures' | 'inside' | 'guide' | 'modules' | 'releases'
>;

function bodyOf(page: ExtensionPage, reader: Reader): Body {
  const { document } = page;
  const newest = newestByChannel(document);
  const [main] = newest;
  return {
    newest: newest.map((release) => newestRelease(release, page, reader)),
    compatibility: compatibilityRows(document, page.configurations, reader),
    pictures: compatibilityPictures(document, page.configurations, reader),
    ...(main === undefined ? {} : insideAndGuide(main, page, reader)),
    modules: modulesView(document, reader),
    releases: document.releases.map((release) => releaseRow(document.id, release, reader)),
  };
}

function sectionLinks(body: Body, { texts }: Reader): readonly Link[] {
  const sections: readonly (readonly [exists: boolean, anchor: string, text: string])[] = [
    [body.compatibility.length > 0, '#fits', texts.extension.fits],
    [body.modules.conflicts.length + body.modules.guides.length > 0, '#modules', texts.migration.conflicts],
    [body.inside !== undefined, '#inside', texts.extension.inside],
    [body.guide !== undefined, '#install', texts.extension.install],
    [body.releases.length > 0, '#releases', texts.extension.releases],
  ];
  return sections.filter(([exists]) => exists).map(([, href, text]) => ({ text, href }));
}

function newestRelease(release: ReleaseDocument, page: ExtensionPage, reader: Reader): NewestRelease {
  const { document, configurations } = page;
  const context = { id: document.id, version: release.version, configurations };
  return {
    ...releaseRow(document.id, release, reader),
    files: release.builds.map((build) => buildFileView(build, context, reader)),
  };
}

function insideAndGuide(
  release: ReleaseDocument,
  page: ExtensionPage,
  reader: Reader,
): Pick<ExtensionView, 'inside' | 'guide'> {
  const passports = page.passportsOf(release.version);
  const services = [...passports.values()].flatMap((passport) => passport.httpServices);
  const views = [...passports].map(([file, passport]) => passportView(file, passport, reader));
  const lead = reader.texts.extension.insideLead(release.version);
  return {
    guide: installGuide(release, { services, installer: page.installer }, reader),
    ...(views.length === 0 ? {} : { inside: { lead, passports: views } }),
  };
}

function vendorView({ vendor }: ExtensionDocument, reader: Reader): ExtensionView['vendor'] {
  const url = outsideAddress(vendor.url);
  return {
    name: reader.say(vendor.name),
    ...(url === undefined ? {} : { url }),
    ...(vendor.email === undefined ? {} : { email: vendor.email }),
  };
}

function agreementOf({ id, eula }: ExtensionDocument, reader: Reader): Pick<ExtensionView, 'agreement'> {
  const locale = eula?.[reader.locale] === undefined ? 'ru' : reader.locale;
  if (eula?.[locale] === undefined) return {};
  const file = `eula.${locale}.md`;
  const href = `${reader.address.extension(reader.locale, id)}license/`;
  return {
    agreement: {
      page: { text: reader.texts.extension.agreement, href },
      file: { text: file, href: reader.address.asset(`files/${id}/${file}`) },
    },
  };
}
