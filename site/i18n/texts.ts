import type { Importance, Publication } from '../../scripts/model/release.ts';
import type { InterceptionKind, Purpose } from '../../scripts/model/passport.ts';
import type { ChangesTexts } from './changes-texts.ts';
import type { FitTexts } from './fit-texts.ts';
import type { InstallerTexts } from './installer-texts.ts';
import type { InstallTexts } from './install-texts.ts';
import type { LicenseTexts } from './license-texts.ts';
import type { MigrationTexts } from './migration-texts.ts';
import type { PurchaseTexts } from './purchase-texts.ts';
import type { TrustTexts } from './trust-texts.ts';

/** Words around every page: header, footer, marks. */
export interface ShellTexts {
  readonly catalogue: string;
  readonly documentation: string;
  readonly trust: string;
  readonly fit: string;
  readonly license: string;
  readonly mainNavigation: string;
  readonly breadcrumbs: string;
  /** Name of the *other* language, in that language. */
  readonly otherLanguage: string;
  readonly signed: string;
  readonly notFound: string;
  readonly notFoundHint: string;
}

/** Words about one release wherever it is shown. */
export interface MarkTexts {
  /** Names of the usual channels; other names are shown as they are. */
  readonly channels: ReadonlyMap<string, string>;
  readonly importance: Readonly<Record<Importance, string>>;
  readonly withdrawn: string;
  readonly free: string;
  readonly paid: string;
  readonly rollout: (percent: number) => string;
  readonly rolloutPaused: string;
}

/** The catalogue. */
export interface CatalogueTexts {
  readonly title: (publisher: string) => string;
  readonly description: string;
  readonly lead: string;
  readonly counts: (extensions: number, configurations: number) => string;
  readonly updated: (date: string) => string;
  readonly empty: string;
  readonly byConfiguration: string;
  readonly feed: string;
  readonly price: string;
  readonly channel: string;
  readonly all: string;
  readonly filters: string;
  readonly forConfiguration: (configuration: string) => string;
  readonly called: (names: string) => string;
  readonly forConfigurationLead: (configuration: string) => string;
  readonly noRelease: string;
  readonly columns: { readonly extension: string; readonly versions: string; readonly release: string };
}

/** Compatibility, in words. */
export interface CompatibilityTexts {
  /** In the place of a configuration's title, where a file fits all of them. */
  readonly every: string;
  readonly edition: (title: string, edition: string) => string;
  readonly tested: (version: string) => string;
  readonly untested: string;
  readonly from: (version: string) => string;
  readonly after: (version: string) => string;
  readonly below: (version: string) => string;
  readonly upTo: (version: string) => string;
  readonly exactly: (version: string) => string;
  readonly anyVersion: string;
  readonly or: string;
}

/** The page of an extension. */
export interface ExtensionTexts {
  readonly vendor: string;
  readonly innerName: string;
  readonly newest: string;
  readonly download: string;
  readonly whatIsNew: string;
  readonly fits: string;
  readonly fitsLead: string;
  readonly picture: string;
  readonly pictureLead: string;
  readonly inside: string;
  readonly insideLead: (version: string) => string;
  readonly install: string;
  readonly releases: string;
  readonly noRelease: string;
  readonly badges: string;
  readonly badgesLead: string;
  readonly agreement: string;
  readonly agreementRead: string;
  readonly pages: string;
  readonly screenshots: string;
  readonly columns: {
    readonly configuration: string;
    readonly versions: string;
    readonly tested: string;
    readonly release: string;
    readonly file: string;
    readonly date: string;
    readonly channel: string;
    readonly brief: string;
  };
}

/** What a file contains, told from its passport. */
export interface PassportTexts {
  readonly file: string;
  readonly purpose: Readonly<Record<Purpose, string>>;
  readonly changesData: string;
  readonly keepsData: string;
  readonly leastPlatform: (version: string) => string;
  readonly own: string;
  readonly nothingOwn: string;
  readonly adopted: string;
  readonly intercepted: string;
  readonly nothingIntercepted: string;
  readonly interception: Readonly<Record<InterceptionKind, string>>;
  readonly services: string;
  readonly roles: string;
  readonly objects: (count: number) => string;
  readonly modules: ReadonlyMap<string, string>;
  /** Kinds of metadata objects, singular and plural, by the names of XML dumps. */
  readonly kinds: ReadonlyMap<string, { readonly one: string; readonly many: string }>;
  readonly columns: {
    readonly where: string;
    readonly method: string;
    readonly how: string;
    readonly handler: string;
  };
}

/** The page of a release. */
export interface ReleaseTexts {
  readonly title: (extension: string, version: string) => string;
  readonly released: (date: string) => string;
  readonly notes: string;
  readonly noNotes: string;
  readonly files: string;
  readonly sha256: string;
  readonly size: string;
  readonly exclusive: string;
  readonly protectedFile: string;
  readonly otherAddresses: string;
  readonly install: string;
  readonly verify: string;
  readonly verifyLead: string;
  readonly verifyTrust: string;
  readonly withdrawnTitle: (date: string) => string;
  readonly withdrawnReplacement: string;
  readonly older: string;
  readonly newer: string;
}

/** Everything that the site says in one language. Both languages implement it whole: a missing text does not compile. */
export interface Texts {
  readonly shell: ShellTexts;
  readonly marks: MarkTexts;
  readonly catalogue: CatalogueTexts;
  readonly compatibility: CompatibilityTexts;
  readonly extension: ExtensionTexts;
  readonly passport: PassportTexts;
  readonly release: ReleaseTexts;
  readonly install: InstallTexts;
  readonly installer: InstallerTexts;
  readonly changes: ChangesTexts;
  readonly fit: FitTexts;
  readonly license: LicenseTexts;
  readonly purchase: PurchaseTexts;
  readonly migration: MigrationTexts;
  readonly trust: TrustTexts;
  readonly publications: Readonly<Record<Publication, string>>;
}
