import type { LocalizedText } from './text.ts';
import type { VersionRange } from './version-range.ts';
import type { Version } from './version.ts';

/** Calendar day as people write it, `YYYY-MM-DD`. */
export type IsoDate = string;

/** How urgently an installed base should move to a release. Critical ones ignore staged rollout. */
export type Importance = 'normal' | 'recommended' | 'critical';

/** What an administrator still has to publish by hand after the installation. */
export type Publication = 'httpServices' | 'clientAccess';

/** Versions of one 1C configuration that a build is made for. */
export interface BuildConfiguration {
  /** `Метаданные.Имя` of the configuration; must stand in `configurations.yaml`. Or `ANY_CONFIGURATION`. */
  readonly name: string;
  readonly version: VersionRange;
  /** Newest configuration version the build was tried with; absent means the whole range is taken at its word. */
  readonly tested?: Version;
}

/** How a product's licence opens a protected file (`formats.md`, section 7). */
export interface Unlock {
  readonly product: string;
  /** Month of the release, `YYYY-MM`. */
  readonly month: string;
  /** Base64 of 32 bytes. */
  readonly sealed: string;
}

/** One file of a release. A release has several when adopting objects ties a `.cfe` to one configuration. */
export interface Build {
  /** File name, without a path. */
  readonly file: string;
  /** Addresses of the file, the preferred one first; empty when it is published from the repository. */
  readonly urls: readonly string[];
  /** Lower-case hex SHA-256 of the file as published. */
  readonly sha256: string;
  /** Bytes of the file as published. */
  readonly length: number;
  /** Version as this file says it, where it says another than the other files of the release. */
  readonly fileVersion?: string;
  /** Why the memory of the Designer in this file may be published, in the vendor's words. */
  readonly leftovers?: string;
  /** Of a protected file (`.cfe.zip`): the `.cfe` inside it. */
  readonly clear?: { readonly length: number; readonly sha256: string };
  /** Of a protected file: who can open it. */
  readonly unlock?: readonly Unlock[];
  readonly configurations: readonly BuildConfiguration[];
}

/** What the installer sets and asks for when it writes the extension into an infobase. */
export interface InstallOptions {
  /** `false` switches safe mode off, a string names a security profile. */
  readonly safeMode: boolean | string;
  readonly dangerousActionsProtection: boolean;
  /** `auto`: as the file says (exclusive when it changes the data structure). */
  readonly exclusive: 'auto' | 'always';
  readonly publish: readonly Publication[];
}

/** Staged rollout: which share of infobases is offered the release by itself. */
export interface Rollout {
  /** 0 to 100. */
  readonly percent: number;
  /** Day on which the rollout was stopped; nobody new is offered the release from then on. */
  readonly pausedAt: IsoDate | null;
}

/** A release that must not be installed any more, and what to install instead. */
export interface Withdrawal {
  readonly date: IsoDate;
  readonly reason: LocalizedText;
  readonly replacement?: Version;
}

/** One release with every field present: what the rest of the program believes after `source/` has read it. */
export interface Release {
  readonly version: Version;
  /** Version as the files say it, to the letter, where that is not `version`; may be empty. */
  readonly fileVersion?: string;
  readonly date: IsoDate;
  readonly channel: string;
  readonly importance: Importance;
  /** Older installations must first pass through an earlier release. */
  readonly updateFrom?: VersionRange;
  readonly requires: { readonly platform?: VersionRange; readonly ssl?: VersionRange };
  readonly install: InstallOptions;
  readonly builds: readonly Build[];
  readonly rollout?: Rollout;
  readonly withdrawn?: Withdrawal;
}
