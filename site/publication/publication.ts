import type { CatalogDocument, ExtensionDocument } from '../../scripts/model/documents.ts';
import type { MigrationDocument } from '../../scripts/model/migration-document.ts';
import type { Purchase } from '../../scripts/model/extension.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import type { Notes } from '../../scripts/model/release-tree.ts';
import type { ExtensionDownloads } from '../../scripts/model/statistics.ts';
import type { PictureSize } from '../../scripts/model/screenshot.ts';
import type { LocalizedText, Locale } from '../../scripts/model/text.ts';
import type { InstallerFile } from './read-installer.ts';
import type { PublishedRoot } from './read-root.ts';

/** What the signed documents do not carry, of one release. */
export interface ReleaseMaterial {
  /** Folder of the release, relative to the release tree. */
  readonly folder: string;
  /** Notes by language, as their author wrote them: never drawn but through `notes-renderer`. */
  readonly notes: ReadonlyMap<Locale, Notes>;
  /** Passports by the name of the file that they describe. */
  readonly passports: ReadonlyMap<string, Passport>;
}

/** A page that a vendor wrote about his extension, `docs/<name>.<locale>.mdx`. */
export interface VendorPage {
  readonly name: string;
  /** By language, as the author wrote it: never drawn but through `notes-renderer`. */
  readonly texts: ReadonlyMap<Locale, Notes>;
}

/** A screenshot that is published under the digest of its bytes. */
export interface PublishedScreenshot extends PictureSize {
  /** File name below the extension's page: `<16 hex digits of the SHA-256>.<ending>`. */
  readonly name: string;
  readonly alt: LocalizedText;
  /** Path in the release tree. */
  readonly source: string;
}

/** One extension with everything that its pages show. */
export interface PublishedExtension {
  readonly document: ExtensionDocument;
  /** By version as the document spells it. */
  readonly releases: ReadonlyMap<string, ReleaseMaterial>;
  /** Licence agreement by language: Markdown by a stranger. */
  readonly agreements: ReadonlyMap<Locale, Notes>;
  /** How a paid one is bought. Absent: nobody said. */
  readonly purchase?: Purchase;
  /** How to move here from older modules. Absent: nobody knows of any. */
  readonly migrations?: readonly MigrationDocument[];
  /** Further pages of the vendor, sorted by name. */
  readonly pages: readonly VendorPage[];
  /** Absent where nobody counts downloads. */
  readonly downloads?: ExtensionDownloads;
  /** Pictures of the extension at work, in the order in which they are shown. */
  readonly screenshots: readonly PublishedScreenshot[];
}

/** Everything that the site shows. */
export interface Publication {
  readonly catalog: CatalogDocument;
  /** Sorted by id, as the release tree is. */
  readonly extensions: readonly PublishedExtension[];
  /** The 1C side that customers get here, sorted by name; empty where the publisher hands none over. */
  readonly installer: readonly InstallerFile[];
  /** The newest root; absent until somebody makes keys. */
  readonly root?: PublishedRoot;
}
