import { isForConfiguration } from '../model/any-configuration.ts';
import type { ExtensionDocument, ReleaseDocument } from '../model/documents.ts';
import { signName } from '../decide/conflict.ts';
import type { Environment } from '../model/environment.ts';
import { reportedVersions } from '../model/file-version.ts';
import { intervalText, type Interval } from '../model/interval.ts';
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
  /** What they run of the extension; absent where they do not have it. */
  readonly installed?: InstalledKind;
  readonly versions: Interval;
  readonly platforms: Interval;
  /** Versions of БСП; absent where no answer depends on it, and a new enough one is taken. */
  readonly ssl?: SslKind;
  /** Another module that they have; absent where nothing is said of one. */
  readonly beside?: ModuleSignDocument;
}

/** A release that infobases run, or versions between releases, which get one answer. */
export interface InstalledKind {
  /** As the report calls it: the release, or the interval in the grammar of ranges. */
  readonly name: string;
  readonly isRelease: boolean;
  /** As an infobase tells it. */
  readonly told: string;
}

/** An interval of versions of БСП, or none at all. */
export type SslKind = Interval | 'none';

/** How far a change is worked out. */
export interface Depth {
  /** Whether all versions between releases are looked at too, or the newest and the changed releases alone. */
  readonly isWhole: boolean;
}

/**
 * All kinds of infobases that any release of the extension, published or proposed, could tell apart: configurations,
 * their versions and versions of the platform, each cut where an answer may change; channels; what is installed.
 */
export function* infobasesOf(
  change: ExtensionChange,
  channels: readonly string[],
  depth: Depth,
): Generator<Infobases> {
  yield* plainInfobases(change, channels, depth);
  for (const beside of changedRefusals(change)) {
    for (const infobases of plainInfobases(change, channels, depth)) yield { ...infobases, beside };
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

function* plainInfobases(
  change: ExtensionChange,
  channels: readonly string[],
  { isWhole }: Depth,
): Generator<Infobases> {
  const releases = releasesOf(change);
  const installed = [undefined, ...(isWhole ? allInstalled(releases) : newestInstalled(change))];
  for (const configuration of configurationsOf(releases)) {
    const own = releases.filter((release) => isMadeFor(release, configuration));
    const versions = segmentsOf(turnsOf(own, configuration));
    const rest = combinations(own, channels, installed);
    for (const run of versions) for (const one of rest) yield { configuration, versions: run, ...one };
  }
}

/** Everything about infobases but the configuration. */
function combinations(
  own: readonly ReleaseDocument[],
  channels: readonly string[],
  installed: readonly (InstalledKind | undefined)[],
): readonly Omit<Infobases, 'configuration' | 'versions'>[] {
  const asked = (field: 'platform' | 'ssl'): readonly string[] =>
    own.flatMap(({ requires }) => requires?.[field] ?? []);
  const platforms = segmentsOf({ ranges: asked('platform'), tested: [] });
  const ssls = sslKinds(asked('ssl'));
  return channels.flatMap((channel) =>
    installed.flatMap((kind) =>
      platforms.flatMap((platform) =>
        ssls.map((ssl) => ({
          channel,
          platforms: platform,
          ...(kind !== undefined && { installed: kind }),
          ...(ssl !== undefined && { ssl }),
        })),
      ),
    ),
  );
}

function sslKinds(ranges: readonly string[]): readonly (SslKind | undefined)[] {
  return ranges.length === 0 ? [undefined] : ['none', ...segmentsOf({ ranges, tested: [] })];
}

/** One infobase that speaks for its kind. */
export function environmentOf(infobases: Infobases, name: string): Environment {
  const { configuration, channel, installed, versions, platforms, ssl = NEWEST_SSL, beside } = infobases;
  const other = beside && 'extension' in beside ? [{ name: beside.extension, version: ANY }] : [];
  return {
    configuration: { name: configuration, version: versions.from },
    platform: platforms.from,
    ...(ssl !== 'none' && { ssl: ssl.from }),
    installed: [...(installed === undefined ? [] : [{ name, version: installed.told }]), ...other],
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
const NEWEST_SSL: SslKind = { from: NEWEST, to: NEWEST };

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

/**
 * Every version that an infobase may run, in runs with one answer: releases by themselves, and what lies between them
 * and the ends of `updateFrom`. What an infobase tells of a release is what its files say.
 */
function allInstalled(releases: readonly ReleaseDocument[]): readonly InstalledKind[] {
  // One release may be told otherwise before the change and after it, and like another.
  const kinds = new Map(releases.flatMap(kindsOf).map((kind) => [kind.told, kind]));
  const points = [...releases.map(({ version }) => version), ...kinds.keys()];
  const exact = points.flatMap((text) => parseVersion(text) ?? []);
  const ranges = releases.flatMap(({ updateFrom }) => updateFrom ?? []);
  const turns = {
    ranges: [...ranges, ...exact.map(({ text }) => `=${text}`)],
    tested: exact.map(({ text }) => text),
  };
  const between = segmentsOf(turns)
    .filter(({ from }) => !exact.some((version) => compareVersions(version, from) === 0))
    .map((run): InstalledKind => ({ name: intervalText(run), isRelease: false, told: run.from.text }));
  return [...kinds.values(), ...between];
}

/** A release is told by its own version, and by whatever its files say instead. */
const kindsOf = (release: ReleaseDocument): readonly InstalledKind[] =>
  [...new Set([release.version, ...reportedVersions(release)])].map((told) => ({
    name: told === release.version ? told : `${release.version} (${told})`,
    isRelease: true,
    told,
  }));

/** Where there are too many for that: the newest ones, and those that the change says something new about. */
function newestInstalled({ before, now }: ExtensionChange): readonly InstalledKind[] {
  const after = new Map((now?.releases ?? []).map((release) => [release.version, JSON.stringify(release)]));
  const published = (before?.releases ?? []).toSorted(newestFirst);
  const changed = published.filter((release) => after.get(release.version) !== JSON.stringify(release));
  const looked = new Map([...changed, ...published].map((release) => [release.version, release]));
  return [...looked.values()].slice(0, MAX_INSTALLED).flatMap((release) => kindsOf(release).slice(-1));
}

function newestFirst(a: ReleaseDocument, b: ReleaseDocument): number {
  const [one, other] = [parseVersion(a.version), parseVersion(b.version)];
  return one === undefined || other === undefined
    ? compareText(b.version, a.version)
    : compareVersions(other, one);
}
