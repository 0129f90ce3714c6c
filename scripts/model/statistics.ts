import type { IsoDate } from './release.ts';

/** Downloads on one day, UTC. Days without any are left out. */
export interface DayDownloads {
  readonly date: IsoDate;
  readonly downloads: number;
}

/** How often the files of an extension were downloaded. Numbers only: nothing about who did it. */
export interface ExtensionDownloads {
  readonly id: string;
  /** All that were ever counted, also on days that are no longer listed. */
  readonly total: number;
  /** By version, sorted as text. */
  readonly releases: readonly { readonly version: string; readonly downloads: number }[];
  /** The last year, oldest first. */
  readonly days: readonly DayDownloads[];
}

/** How far a source of numbers was read: no day of it is counted twice. */
export interface StatisticsSource {
  /** `log`, or another name that the publisher gave; `github:owner/name` for counters. */
  readonly name: string;
  /** Last day that was counted. */
  readonly through: IsoDate;
  /** Last value of each counter that only grows, by the number that GitHub gave the file. */
  readonly counters?: readonly { readonly asset: number; readonly downloads: number }[];
}

/** What is kept in `releases/statistics.json` between two counts. */
export interface Statistics {
  readonly formatVersion: 1;
  /** Sorted by name. */
  readonly sources: readonly StatisticsSource[];
  /** Sorted by id. */
  readonly extensions: readonly ExtensionDownloads[];
}

/** Published as the target `statistics.json`: numbers of extensions that are published, and how far they go. */
export interface StatisticsDocument {
  readonly type: 'statistics';
  readonly formatVersion: 1;
  /** Last day that some source was counted through. */
  readonly through: IsoDate;
  readonly extensions: readonly ExtensionDownloads[];
}
