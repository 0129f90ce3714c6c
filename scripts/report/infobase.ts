import type { ExtensionDocument, ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import type { Interval } from '../model/interval.ts';
import { compareText } from '../model/problem.ts';
import { compareVersions, parseVersion, type Version } from '../model/version.ts';
import { MAX_INSTALLED } from './limits.ts';
import { segmentsOf } from './segments.ts';

/** An extension as it is published, and as it would be. */
export interface ExtensionChange {
  readonly id: string;
  readonly before?: ExtensionDocument;
  readonly now?: ExtensionDocument;
}

/** Infobases that are told the same about one extension. */
export interface Infobases {
  readonly configuration: string;
  readonly channel: string;
  /** Version of the extension that they run; absent where they do not have it. */
  readonly installed?: string;
  readonly versions: Interval;
  readonly platforms: Interval;
}

/**
 * All kinds of infobases that any release of the extension, published or proposed, could tell apart: configurations,
 * their versions and versions of the platform, each cut where an answer may change; channels; what is installed.
 */
export function* infobasesOf(change: ExtensionChange, channels: readonly string[]): Generator<Infobases> {
  const releases = releasesOf(change);
  const installed = [undefined, ...installedVersions(change)];
  for (const configuration of configurationsOf(releases)) {
    const own = releases.filter((release) => isMadeFor(release, configuration));
    const versions = segmentsOf(turnsOf(own, configuration));
    const platforms = segmentsOf({
      ranges: own.flatMap(({ requires }) => requires?.platform ?? []),
      tested: [],
    });
    for (const channel of channels)
      for (const version of installed)
        for (const run of versions)
          for (const platform of platforms)
            yield {
              configuration,
              channel,
              versions: run,
              platforms: platform,
              ...(version !== undefined && { installed: version }),
            };
  }
}

/** One infobase that speaks for its kind. БСП counts as new enough: which one an infobase has follows from its version. */
export function environmentOf(infobases: Infobases, name: string): Environment {
  const { configuration, channel, installed, versions, platforms } = infobases;
  return {
    configuration: { name: configuration, version: versions.from },
    platform: platforms.from,
    ssl: NEWEST,
    installed: installed === undefined ? [] : [{ name, version: installed }],
    channel,
    showUntested: false,
    byHand: false,
    basic: false,
    cloud: false,
  };
}

const NEWEST: Version = { parts: [999_999], prerelease: [], text: '999999' };

const releasesOf = ({ before, now }: ExtensionChange): readonly ReleaseDocument[] => [
  ...(before?.releases ?? []),
  ...(now?.releases ?? []),
];

const configurationsOf = (releases: readonly ReleaseDocument[]): readonly string[] => {
  const made = releases.flatMap(({ builds }) => builds.flatMap(({ configurations }) => configurations));
  return [...new Set(made.flatMap(({ name }) => name ?? []))].sort(compareText);
};

const isMadeFor = ({ builds }: ReleaseDocument, name: string): boolean =>
  builds.some(({ configurations }) => configurations.some((made) => made.name === name));

function turnsOf(releases: readonly ReleaseDocument[], name: string): Parameters<typeof segmentsOf>[0] {
  const made = releases
    .flatMap(({ builds }) => builds.flatMap(({ configurations }) => configurations))
    .filter((configuration) => configuration.name === name);
  return { ranges: made.map(({ version }) => version), tested: made.flatMap(({ tested }) => tested ?? []) };
}

/** Versions that infobases may run: the newest ones, and those that the change says something new about. */
function installedVersions({ before, now }: ExtensionChange): readonly string[] {
  const after = new Map((now?.releases ?? []).map((release) => [release.version, JSON.stringify(release)]));
  const published = (before?.releases ?? []).toSorted(newestFirst);
  const changed = published.filter((release) => after.get(release.version) !== JSON.stringify(release));
  const looked = [...changed, ...published].map(({ version }) => version);
  return [...new Set(looked)].slice(0, MAX_INSTALLED);
}

function newestFirst(a: ReleaseDocument, b: ReleaseDocument): number {
  const [one, other] = [parseVersion(a.version), parseVersion(b.version)];
  return one === undefined || other === undefined
    ? compareText(b.version, a.version)
    : compareVersions(other, one);
}
