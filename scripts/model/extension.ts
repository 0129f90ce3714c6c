import type { Screenshot } from './screenshot.ts';
import type { ModuleSign } from './module-sign.ts';
import type { LocalizedText } from './text.ts';

/** One 1C extension as its vendor describes it (`extension.yaml`). */
export interface Extension {
  /** Folder name and address: `[a-z0-9-]{2,64}`. */
  readonly id: string;
  /** Inner name, as `Расширение.Имя` in an infobase; every file of every release must carry it. */
  readonly name: string;
  readonly title: LocalizedText;
  /** One or two sentences for lists. */
  readonly summary: LocalizedText;
  readonly vendor: Vendor;
  /** `free`, or `paid` when its files need a licence. */
  readonly price: 'free' | 'paid';
  /** How a paid one is bought. Absent: buyers ask the vendor. */
  readonly purchase?: Purchase;
  /** Products whose licence opens the files of a paid extension. */
  readonly products: readonly string[];
  /** Pictures of it at work, in the order in which they are shown. Absent: none. */
  readonly screenshots?: readonly Screenshot[];
  /** Modules that it cannot stay beside. */
  readonly conflicts: readonly Conflict[];
  /** Accounts whose pull requests with new releases of it may be merged without a person; not published. */
  readonly owners: readonly Owner[];
}

/** How a paid extension is bought; for pages, no client reads it. */
export interface Purchase {
  /** What it costs and for how long, in words. */
  readonly price?: LocalizedText;
  /** What may be tried before paying. */
  readonly trial?: LocalizedText;
  /** Page where it is bought, https. */
  readonly url?: string;
  /** Page where buyers ask for help, https. */
  readonly support?: string;
}

/** An account on GitHub. The number is what counts: a name can be given up and taken by somebody else. */
export interface Owner {
  readonly login: string;
  readonly account: number;
}

/** Another module beside which an extension must not, or should not, be installed. */
export interface Conflict {
  readonly with: ModuleSign;
  /** `refuse`: it is not offered. `warn`: the user is told. */
  readonly action: 'refuse' | 'warn';
  /** Why, for the person who installs it. */
  readonly reason: LocalizedText;
}

/** Who makes an extension and where to ask. */
export interface Vendor {
  readonly name: LocalizedText;
  readonly url?: string;
  readonly email?: string;
}

/** Who publishes the repository (`publisher.yaml`). */
export interface Publisher {
  readonly id: string;
  readonly name: LocalizedText;
  /** Public address of the repository, ending with `/`. */
  readonly url: string;
  readonly email?: string;
  /** First part of licence keys, `[A-Z0-9]{2,8}`. */
  readonly licensePrefix: string;
  /** Channels, the most stable first. */
  readonly channels: readonly string[];
  /** Languages in which notes must exist. */
  readonly locales: readonly ('ru' | 'en')[];
  /** Vendors of a shared repository who sign their own documents; empty when the publisher signs all. */
  readonly vendors: readonly VendorAuthority[];
}

/** A vendor who is trusted with `extensions/<id>-*` and nothing else (`formats.md`, section 3). */
export interface VendorAuthority {
  /** First part of the ids of his extensions. */
  readonly id: string;
  /** Public halves of his Ed25519 keys, 64 hex digits each. */
  readonly keys: readonly string[];
  /** How many of them must sign. */
  readonly threshold: number;
}

/** A 1C configuration that manifests may name (`configurations.yaml`). */
export interface Configuration {
  /** `Метаданные.Имя`. */
  readonly name: string;
  readonly title: LocalizedText;
  /** Edition as vendors say it, for example `3.0`. */
  readonly edition: string;
  /** Configurations of one family are near to each other: what is made for one is easily adapted to another. */
  readonly family: string;
}
