import type { Version } from './version.ts';

/** An extension that an infobase has. */
export interface InstalledExtension {
  /** Inner name, `Расширение.Имя`. */
  readonly name: string;
  /** As the infobase reports it; real extensions carry empty and odd versions. */
  readonly version: string;
  /** The release that the installer remembers to have put there itself; wins over what is reported. */
  readonly remembered?: { readonly id: string; readonly version: string };
}

/** Everything about an infobase on which an offer depends. Never leaves the infobase. */
export interface Environment {
  readonly configuration: { readonly name: string; readonly version: Version };
  readonly platform: Version;
  /** БСП (standard subsystems library); absent when the configuration does not have it. */
  readonly ssl?: Version;
  readonly installed: readonly InstalledExtension[];
  /**
   * Subsystems and objects that conflicts or older modules are recognised by, of those that are there: `ПолноеИмя()`,
   * subsystems as `Подсистема.<names with dots>`. Absent: none.
   */
  readonly present?: readonly string[];
  /** The least stable channel that the user wants. */
  readonly channel: string;
  /** «Показывать непроверенные»: offer versions that were not tested with this configuration release. */
  readonly showUntested: boolean;
  /** Random UUID of the infobase for staged rollout; absent means that every rollout is waited for. */
  readonly installationId?: string;
  /** A person asks now: staged rollout does not apply. */
  readonly byHand: boolean;
  /** A basic («базовая») version: extensions do not attach there. */
  readonly basic: boolean;
  /** A cloud (1С:Фреш) area: extensions are installed by the service. */
  readonly cloud: boolean;
}
