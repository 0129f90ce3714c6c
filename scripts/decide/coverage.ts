import type { Release } from '../model/release.ts';
import { spans, union } from '../model/version-range.ts';
import { compareVersions } from '../model/version.ts';
import { coverageOf, covers } from './configuration-coverage.ts';
import type { Coverage } from './configuration-coverage.ts';

/** Releases of one extension as one configuration sees them. */
export interface Shelf {
  /** All releases of the extension: some may be steps to others. */
  readonly releases: readonly Release[];
  /** `Метаданные.Имя`. */
  readonly configuration: string;
  /** The publisher's channels, the most stable first. */
  readonly channels: readonly string[];
}

/**
 * The releases for one configuration that some infobase could still be offered, newest first (`formats.md`, section
 * 2): without withdrawn ones, and without each that a newer one supersedes. Whatever the infobase, `decideExtension`
 * offers the same release from what is left as from the whole list, as long as no licence is involved: one that has
 * run out may open only an older release.
 *
 * @param configuration `Метаданные.Имя`
 * @param channels the publisher's channels, the most stable first
 */
export function offerable(
  releases: readonly Release[],
  configuration: string,
  channels: readonly string[],
): readonly Release[] {
  const made = coveragesOf(releases, configuration);
  const kept: Kept[] = [];
  for (const older of made) {
    if (!kept.some((newer) => supersedes(newer, older, channels))) kept.push(keep(older, made));
  }
  return kept.map(({ release }) => release);
}

/** Whether a newer release takes the place of an older one for every infobase, as an offer and as a step. */
export function isSuperseded(release: Release, newer: Release, shelf: Shelf): boolean {
  const [older, coverage] = [release, newer].map((either) => coverageOf(either, shelf.configuration));
  if (older === undefined || coverage === undefined) return false;
  if (compareVersions(newer.version, release.version) <= 0) return false;
  return supersedes(keep(coverage, coveragesOf(shelf.releases, shelf.configuration)), older, shelf.channels);
}

/** What a release covers, and what lies behind it that leads where it does not. */
interface Kept extends Coverage {
  /**
   * The newest older release over which some later one may be installed that may not be installed over this one.
   * Looked for when it is first asked for: most histories have no steps.
   */
  readonly bridge: () => Release | undefined;
}

// A release at or before the bridge may be a step to somewhere that the newer one does not lead to.
function supersedes(newer: Kept, older: Coverage, channels: readonly string[]): boolean {
  if (!covers(newer, older, channels)) return false;
  const bridge = newer.bridge();
  return bridge === undefined || isBefore(bridge, older.release);
}

const coveragesOf = (releases: readonly Release[], configuration: string): readonly Coverage[] =>
  releases
    .filter((release) => release.withdrawn === undefined)
    .toSorted((a, b) => compareVersions(b.version, a.version))
    .flatMap((release) => coverageOf(release, configuration) ?? []);

function keep(coverage: Coverage, made: readonly Coverage[]): Kept {
  let found: readonly (Release | undefined)[] = [];
  return {
    ...coverage,
    bridge: () => {
      if (found.length === 0) found = [findBridge(coverage.release, made)];
      return found[0];
    },
  };
}

function findBridge(release: Release, made: readonly Coverage[]): Release | undefined {
  const others = made.map((other) => other.release);
  const closed = others.flatMap(({ version, updateFrom }) =>
    updateFrom && compareVersions(version, release.version) > 0 && !spans(updateFrom, release.version)
      ? [updateFrom]
      : [],
  );
  const reach = union(closed);
  return others.find((other) => isBefore(other, release) && spans(reach, other.version));
}

const isBefore = (a: Release, b: Release): boolean => compareVersions(a.version, b.version) < 0;
