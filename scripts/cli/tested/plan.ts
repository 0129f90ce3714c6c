import { compareVersions, type Version } from '../../model/version.ts';
import { admits } from '../../model/version-range.ts';
import type { ExtensionEntry, PathStep, ReleaseEntry, ReleaseTree } from '../../model/release-tree.ts';
import type { BuildConfiguration } from '../../model/release.ts';
import { widenedTo } from './widened-range.ts';

/** A configuration and the version of it that something was tried with. */
export interface Trial {
  readonly name: string;
  readonly version: Version;
}

/** What a manifest is to say after a trial. */
export interface PlannedTrial {
  readonly extension: string;
  readonly release: string;
  /** Path of the manifest relative to the release tree. */
  readonly file: string;
  /** Where the configuration stands in the manifest. */
  readonly path: readonly PathStep[];
  readonly tested: string;
  /** Range that admits the version, where the written one does not. */
  readonly range?: string;
}

/** What becomes of a trial, extension by extension. */
export interface TrialPlan {
  readonly planned: readonly PlannedTrial[];
  /** Extensions of which a release says so already, or more. */
  readonly known: readonly string[];
  /** Extensions that are made for the configuration, none of whose releases admits the version. */
  readonly outside: readonly string[];
}

/**
 * Where to write that a version was tried: of each channel the newest release that admits the version, withdrawn ones
 * aside. With `widen`, the newest release of each channel that is made for the configuration, its range widened.
 */
export function planTrial(
  { extensions, publisher }: Pick<ReleaseTree, 'extensions' | 'publisher'>,
  trial: Trial,
  widen: boolean,
): TrialPlan {
  const { channels } = publisher.value;
  const outcomes = extensions.flatMap((extension) => {
    const made = extension.releases.filter((entry) => isMadeFor(entry, trial));
    if (made.length === 0) return [];
    const fitting = made.filter(
      (entry) => widen || sitesOf(entry, trial).some(({ claim }) => admits(claim.version, trial.version)),
    );
    const newest = channels.flatMap(
      (channel) => fitting.findLast(({ manifest }) => manifest.value.channel === channel) ?? [],
    );
    return [
      {
        id: extension.id,
        isOutside: newest.length === 0,
        planned: newest.flatMap((entry) => planIn(extension, entry, trial)),
      },
    ];
  });
  return {
    planned: outcomes.flatMap(({ planned }) => planned),
    known: outcomes
      .filter(({ isOutside, planned }) => !isOutside && planned.length === 0)
      .map(({ id }) => id),
    outside: outcomes.filter(({ isOutside }) => isOutside).map(({ id }) => id),
  };
}

interface Site {
  readonly claim: BuildConfiguration;
  readonly path: readonly PathStep[];
}

const sitesOf = ({ manifest }: ReleaseEntry, { name }: Trial): readonly Site[] =>
  manifest.value.builds.flatMap(({ configurations }, build) =>
    configurations.flatMap((claim, index) =>
      claim.name === name ? [{ claim, path: ['builds', build, 'configurations', index] }] : [],
    ),
  );

const isMadeFor = (entry: ReleaseEntry, trial: Trial): boolean =>
  entry.manifest.value.withdrawn === undefined && sitesOf(entry, trial).length > 0;

/** The place that admits the version; else, to widen it, the one whose range ends highest. */
function planIn({ id }: ExtensionEntry, entry: ReleaseEntry, trial: Trial): readonly PlannedTrial[] {
  const sites = sitesOf(entry, trial);
  const site =
    sites.find(({ claim }) => admits(claim.version, trial.version)) ?? sites.toSorted(byEnd).at(-1);
  if (site === undefined || isKnown(site.claim, trial.version)) return [];
  const range = admits(site.claim.version, trial.version)
    ? undefined
    : widenedTo(site.claim.version, trial.version);
  const { version } = entry.manifest.value;
  return [
    {
      extension: id,
      release: version.text,
      file: entry.manifest.file,
      path: site.path,
      tested: trial.version.text,
      ...(range !== undefined && { range }),
    },
  ];
}

const isKnown = ({ version, tested }: BuildConfiguration, tried: Version): boolean =>
  tested !== undefined && compareVersions(tested, tried) >= 0 && admits(version, tried);

function byEnd(a: Site, b: Site): number {
  const [one, other] = [a, b].map(({ claim }) => claim.version.intervals.at(-1)?.to);
  return one === undefined || other === undefined ? 0 : compareVersions(one, other);
}
