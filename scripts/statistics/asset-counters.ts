import type { IsoDate } from '../model/release.ts';
import type { StatisticsSource } from '../model/statistics.ts';
import type { CountedFile } from './counted-file.ts';
import type { Count } from './download-counter.ts';

/** A file elsewhere with a counter that only grows. */
export interface CountedAsset {
  readonly id: number;
  readonly url: string;
  readonly sha256?: string;
  readonly downloads: number;
}

/** What counters have grown by, and what they are now. */
export interface CounterReading {
  readonly counts: readonly Count[];
  readonly counters: readonly { readonly asset: number; readonly downloads: number }[];
}

/**
 * Downloads since the last reading, on the day of this one. What a counter had when it was first seen belongs to no day.
 * A file is one of ours by its address in a manifest or by its digest; a counter that fell (the file was uploaded anew)
 * adds nothing.
 */
export function readCounters(
  assets: readonly CountedAsset[],
  { files, before, today }: CounterContext,
): CounterReading {
  const known = new Map(before?.counters?.map(({ asset, downloads }) => [asset, downloads]));
  const counts: Count[] = [];
  const counters: CounterReading['counters'][number][] = [];
  for (const { id: asset, downloads, ...rest } of assets) {
    const file = files.find(({ urls, sha256 }) => urls.includes(rest.url) || sha256 === rest.sha256);
    if (file === undefined) continue;
    counters.push({ asset, downloads });
    const last = known.get(asset);
    const grown = { id: file.id, version: file.version, downloads: Math.max(downloads - (last ?? 0), 0) };
    counts.push(last === undefined ? grown : { ...grown, date: today });
  }
  return { counts, counters: counters.sort((a, b) => a.asset - b.asset) };
}

/** What a reading is compared with. */
export interface CounterContext {
  readonly files: readonly CountedFile[];
  readonly before: StatisticsSource | undefined;
  readonly today: IsoDate;
}
