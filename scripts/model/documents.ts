import type { FORMAT_VERSION } from './format-version.ts';
import type { ConflictDocument, MigrationHead } from './migration-document.ts';
import type { Configuration, Publisher, Vendor } from './extension.ts';
import type { Importance, InstallOptions, IsoDate, Rollout, Unlock } from './release.ts';
import type { LocalizedText } from './text.ts';

/** Versions of a configuration that a build is made for, as published. */
export interface BuildConfigurationDocument {
  /**
   * `Метаданные.Имя`, or `*` for every configuration. Absent in a configuration document, where it is the document's own
   * configuration.
   */
  readonly name?: string;
  /** Range of versions. */
  readonly version: string;
  /** Newest version the build was tried with. Absent: the whole range is taken at its word. */
  readonly tested?: string;
}

/** How a product's licence opens a protected file, as published. */
export type UnlockDocument = Unlock;

/** A file pinned by length and hash. */
export interface PinnedFile {
  readonly length: number;
  readonly sha256: string;
}

/** One file of a release, pinned. It lies at `files/<id>/<version>/<file>` unless `urls` says otherwise. */
export interface BuildDocument extends PinnedFile {
  readonly file: string;
  /** Version as this file says it. Absent: as the release says. */
  readonly fileVersion?: string;
  readonly urls?: readonly string[];
  readonly configurations: readonly BuildConfigurationDocument[];
  /** Installing needs every other session to leave. Absent: false. */
  readonly exclusive?: boolean;
  /** Present when the file is protected: who can open it, and the `.cfe` inside. */
  readonly unlock?: readonly UnlockDocument[];
  readonly clear?: PinnedFile;
  /** The passport of the file, at `files/<id>/<version>/<file>.passport.json`. Only in extension documents. */
  readonly passport?: PinnedFile;
}

/** Why a release was withdrawn, as published. */
export interface WithdrawalDocument {
  readonly date: IsoDate;
  readonly reason: LocalizedText;
  readonly replacement?: string;
}

/** What the installer sets, as published. An absent member means the one of `USUAL_INSTALL`. */
export type InstallDocument = Partial<Omit<InstallOptions, 'exclusive'>>;

/** What the platform itself gives to a new extension: safe mode and protection on, nothing to publish by hand. */
export const USUAL_INSTALL: Required<InstallDocument> = {
  safeMode: true,
  dangerousActionsProtection: true,
  publish: [],
};

/** One release as published. Members that would say the usual thing are left out; each says what its absence means. */
export interface ReleaseDocument {
  readonly version: string;
  /** Version as the files say it and an infobase reports it, to the letter. Absent: `version`. */
  readonly fileVersion?: string;
  readonly date: IsoDate;
  readonly channel: string;
  /** Absent: `normal`. */
  readonly importance?: Importance;
  /** Absent: any installed version may be updated. */
  readonly updateFrom?: string;
  /** Absent: nothing is required. */
  readonly requires?: { readonly platform?: string; readonly ssl?: string };
  /** Absent: `USUAL_INSTALL`. */
  readonly install?: InstallDocument;
  /** Absent: everybody is offered the release. */
  readonly rollout?: Rollout;
  readonly withdrawn?: WithdrawalDocument;
  /** First lines of the notes as plain text, for a list; shorter in configuration documents. Absent: no notes. */
  readonly brief?: LocalizedText;
  /**
   * Whole notes as Markdown. Only in extension documents, and there only of the newest releases, as many as keep the
   * document within its limit.
   */
  readonly notes?: LocalizedText;
  readonly builds: readonly BuildDocument[];
}

/** What every document says of an extension. */
export interface ExtensionHead {
  readonly id: string;
  readonly name: string;
  readonly title: LocalizedText;
  readonly price: 'free' | 'paid';
  /** Products that open a paid extension; absent for free ones. */
  readonly products?: readonly string[];
  /** Modules that it cannot stay beside. Absent: none. */
  readonly conflicts?: readonly ConflictDocument[];
}

/** `extensions/<id>.json`: one extension with its whole history, newest release first. */
export interface ExtensionDocument extends ExtensionHead {
  readonly type: 'extension';
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly summary: LocalizedText;
  readonly vendor: Vendor;
  /** Licence agreement by language, pinned; at `files/<id>/eula.<locale>.md`. */
  readonly eula?: Readonly<Partial<Record<'ru' | 'en', PinnedFile>>>;
  readonly channels: readonly string[];
  /** Older modules that one can move from; how, says `extensions/<id>.migrate.<from>.json`. Absent: none. */
  readonly migrations?: readonly MigrationHead[];
  readonly releases: readonly ReleaseDocument[];
}

/** What the files of a release that is not told whole say of their version. */
export interface FileVersionDocument {
  readonly version: string;
  readonly fileVersion: string;
}

/** An extension in a configuration document: only the releases that some infobase could still be offered. */
export interface ConfigurationExtension extends ExtensionHead {
  readonly releases: readonly ReleaseDocument[];
  /** Withdrawn versions, so that an infobase that runs one can be told. */
  readonly withdrawn?: readonly (WithdrawalDocument & { readonly version: string })[];
  /** Versions that files of releases left out here say of themselves, where it is another text; newest first. */
  readonly fileVersions?: readonly FileVersionDocument[];
}

/**
 * `configurations/<Имя>.json`: what is made for one configuration. `any-configuration.json`, of the same shape, holds what
 * fits every configuration; a client reads it where its own has no document.
 */
export interface ConfigurationDocument {
  readonly type: 'configuration';
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly configuration: Configuration;
  readonly channels: readonly string[];
  readonly extensions: readonly ConfigurationExtension[];
}

/** Every version of one configuration that some release of an extension is made for. */
export interface CatalogConfiguration extends BuildConfigurationDocument {
  readonly name: string;
}

/** The newest release of a channel. */
export interface LatestRelease {
  readonly version: string;
  /** As in `ReleaseDocument`. */
  readonly fileVersion?: string;
  readonly date: IsoDate;
}

/** An extension in the catalogue. */
export interface CatalogExtension extends ExtensionHead {
  readonly summary: LocalizedText;
  readonly vendor: Vendor;
  /** Newest release of each channel that is not withdrawn. */
  readonly latest: Readonly<Record<string, LatestRelease>>;
  /** Configurations that some release is made for, with the union of the ranges and the newest tested version. */
  readonly configurations: readonly CatalogConfiguration[];
  /**
   * Subsystems that the files of the newest standing release adopt, by the names that their passports give, sorted, at
   * most 32: what an infobase of another configuration may share. Absent: none are known.
   */
  readonly subsystems?: readonly string[];
}

/** The publisher as published: whom he lets sign stands in the metadata, not here. */
export type PublisherDocument = Omit<Publisher, 'vendors'>;

/** `catalog.json`: all extensions, in short. */
export interface CatalogDocument {
  readonly type: 'catalog';
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly publisher: PublisherDocument;
  readonly configurations: readonly Configuration[];
  readonly extensions: readonly CatalogExtension[];
}

/** `licensing.json`: licence keys' public halves, products, licence prefix (`formats.md`, sections 5 to 7). */
export interface LicensingDocument {
  readonly type: 'licensing';
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly licensePrefix: string;
  readonly keys: readonly { readonly keyid: string; readonly keytype: 'ed25519'; readonly public: string }[];
  readonly products: readonly { readonly id: string; readonly title: LocalizedText }[];
}

/** Signed hint of the newest versions inside `timestamp.json`: may raise a notice or a refresh, never an installation. */
export type Heads = Readonly<
  Record<
    string,
    {
      /** Newest version by channel, `criticalBelow` and `withdrawn` aside. */
      readonly [channel: string]: string | readonly string[];
    }
  >
>;
