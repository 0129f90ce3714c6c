import { isForConfiguration } from '../model/any-configuration.ts';
import type { ExtensionDocument, ReleaseDocument } from '../model/documents.ts';
import { signName } from '../decide/conflict.ts';
import type { Environment } from '../model/environment.ts';
import type { Interval } from '../model/interval.ts';
import type { ConflictDocument, ModuleSignDocument } from '../model/migration-document.ts';
import { compareText } from '../model/problem.ts';
import { compareVersions, parseVersion, type Version } from '../model/version.ts';
import { MAX_BESIDE, MAX_INSTALLED } from './limits.ts';
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
  /** Another module that they have; absent where nothing is said of one. */
  readonly beside?: ModuleSignDocument;
}

/**
 * All kinds of infobases that any release of the extension, published or proposed, could tell apart: configurations,
 * their versions and versions of the platform, each cut where an answer may change; channels; what is installed.
 */
export function* infobasesOf(change: ExtensionChange, channels: readonly string[]): Generator<Infobases> {
  yield* plainInfobases(change, channels);
  for (const beside of changedRefusals(change)) {
    for (const infobases of plainInfobases(change, channels)) yield { ...infobases, beside };
  }
}

/** Modules that begin or cease to be refused. */
function changedRefusals({ before, now }: ExtensionChange): readonly ModuleSignDocument[] {
  const [old, young] = [refusalsIn(before), refusalsIn(now)];
  const differing = [...young, ...old].filter(([sign]) => old.has(sign) !== young.has(sign));
  return differing.map(([, conflict]) => conflict).slice(0, MAX_BESIDE);
}

const refusalsIn = (document: ExtensionDocument | undefined): ReadonlyMap<string, ConflictDocument> =>
  new Map(
    (document?.conflicts ?? [])
      .filter(({ action }) => action === 'refuse')
      .map((conflict) => {
        const versions = 'extension' in conflict ? conflict.versions : undefined;
        return [JSON.stringify([signName(conflict), versions]), conflict];
      }),
  );

function* plainInfobases(change: ExtensionChange, channels: readonly string[]): Generator<Infobases> {
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
  const { configuration, channel, installed, versions, platforms, beside } = infobases;
  const other = beside && 'extension' in beside ? [{ name: beside.extension, version: ANY }] : [];
  return {
    configuration: { name: configuration, version: versions.from },
    platform: platforms.from,
    ssl: NEWEST,
    installed: [...(installed === undefined ? [] : [{ name, version: installed }]), ...other],
    ...(beside && !('extension' in beside) && { present: [signName(beside)] }),
    channel,
    showUntested: false,
    byHand: false,
    basic: false,
    cloud: false,
  };
}

/** A version that nobody can read counts as any of them. */
const ANY = '';

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
  builds.some(({ configurations }) => configurations.some((made) => isForConfiguration(made, name)));

function turnsOf(releases: readonly ReleaseDocument[], name: string): Parameters<typeof segmentsOf>[0] {
  const made = releases
    .flatMap(({ builds }) => builds.flatMap(({ configurations }) => configurations))
    .filter((made) => isForConfiguration(made, name));
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
