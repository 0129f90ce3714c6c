import { isForConfiguration } from '../../model/any-configuration.ts';
import {
  END,
  intersect,
  isCovered,
  isInhabited,
  mergeIntervals,
  START,
  successor,
  type Interval,
} from '../../model/interval.ts';
import type { BuildConfiguration, Release } from '../../model/release.ts';
import { isSubset, spans } from '../../model/version-range.ts';
import type { CheckContext } from '../context.ts';
import { hiddenReleases } from '../hidden-release.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/**
 * A release that comes after a newer version and fits nobody whom that version does not fit: no infobase is ever
 * offered it. Releases that were simply overtaken had their day, so only later ones are told.
 */
export const releaseUnreachable: Rule<'release-unreachable'> = {
  code: 'release-unreachable',
  severity: 'warning',
  *check(context) {
    const { channels } = context.tree.publisher.value;
    for (const { id, releases } of extensionsIn(context)) {
      // Those have a rule of their own, which is an error: there the date or the version is a slip.
      const told = new Set([...hiddenReleases(releases, channels)].map(({ hidden }) => hidden));
      const published = publishedVersions(context, id);
      for (const [index, entry] of releases.entries()) {
        const newer = releases.slice(index + 1).map(({ manifest }) => manifest.value);
        const by = told.has(entry)
          ? undefined
          : unreachableFor(entry.manifest.value, newer, { channels, published });
        if (by === undefined) continue;
        const args = { version: entry.manifest.value.version.text, by: by.version.text };
        yield { place: entry.manifest.placeOf('version'), args };
      }
    }
  },
};

interface Known {
  readonly channels: readonly string[];
  /** Versions that are published already; absent where that is not known. */
  readonly published: ReadonlySet<string> | undefined;
}

function publishedVersions({ previous }: CheckContext, id: string): ReadonlySet<string> | undefined {
  const extension = previous?.extensions.find((one) => one.id === id);
  return extension && new Set(extension.releases.map(({ manifest }) => manifest.value.version.text));
}

/** The newest of the releases that leave nobody for this one. */
function unreachableFor(release: Release, newer: readonly Release[], known: Known): Release | undefined {
  if (release.withdrawn !== undefined || !newer.some((rival) => cameLater(release, rival, known)))
    return undefined;
  if (newer.some((step) => mayStepOn(step, release))) return undefined;
  const rivals = newer.filter((rival) => overtakes(rival, release, known.channels));
  if (!rivals.some((rival) => cameLater(release, rival, known))) return undefined;
  const made = release.builds.flatMap(({ configurations }) => configurations);
  return made.every((one) => isTaken(one, rivals)) ? rivals.at(-1) : undefined;
}

/** Whether somebody may have to pass through `release` on the way to a newer one. */
const mayStepOn = ({ updateFrom }: Release, release: Release): boolean =>
  updateFrom !== undefined && spans(updateFrom, release.version);

/** Whether a newer release is offered to everybody who sees the older one and meets its requirements. */
function overtakes(rival: Release, older: Release, channels: readonly string[]): boolean {
  if (rival.withdrawn !== undefined || rival.updateFrom !== undefined) return false;
  if (rival.rollout !== undefined || rival.builds.some(({ unlock }) => unlock !== undefined)) return false;
  if (channels.indexOf(rival.channel) > channels.indexOf(older.channel)) return false;
  return (['platform', 'ssl'] as const).every((field) => {
    const [asked, had] = [rival.requires[field], older.requires[field]];
    return asked === undefined || (had !== undefined && isSubset(had, asked));
  });
}

/** By what is published, else by the dates. */
const cameLater = (release: Release, rival: Release, { published }: Known): boolean =>
  release.date > rival.date ||
  (published?.has(rival.version.text) === true && !published.has(release.version.text));

/** Whether newer files are made for, and tried with, all versions that this one is. */
function isTaken(made: BuildConfiguration, rivals: readonly Release[]): boolean {
  const claims = rivals
    .flatMap(({ builds }) => builds.flatMap(({ configurations }) => configurations))
    .filter((claim) => isForConfiguration(claim, made.name));
  return (
    isCovered(made.version.intervals, mergeIntervals(claims.flatMap(({ version }) => version.intervals))) &&
    isCovered(triedWith(made), mergeIntervals(claims.flatMap(triedWith)))
  );
}

/** Versions for which a file is offered without a word of warning. */
function triedWith({ version, tested }: BuildConfiguration): readonly Interval[] {
  const known = { from: START, to: tested === undefined ? END : successor(tested) };
  return version.intervals.map((run) => intersect(run, known)).filter(isInhabited);
}
