import type {
  BuildConfigurationDocument,
  ExtensionDocument,
  ReleaseDocument,
} from '../../scripts/model/documents.ts';
import type { Configuration } from '../../scripts/model/extension.ts';
import { END, START } from '../../scripts/model/interval.ts';
import { compareText } from '../../scripts/model/problem.ts';
import { parseRange } from '../../scripts/model/version-range.ts';
import { compareVersions, parseVersion, type Version } from '../../scripts/model/version.ts';
import { configurationName } from './configuration-name.ts';
import { rangeText } from './range-text.ts';
import type { Reader } from './reader.ts';

/** A run of versions on the axis, in steps of the axis. */
export interface PictureBar {
  readonly from: number;
  readonly to: number;
  /** Whether the vendor tried this part. */
  readonly isTested: boolean;
}

/** One release of the picture. */
export interface PictureRow {
  readonly release: string;
  readonly bars: readonly PictureBar[];
}

/** Which releases are for which versions of one configuration. */
export interface CompatibilityPicture {
  readonly title: string;
  /** The same in words, for those who do not see it. */
  readonly description: string;
  /** Labels of the axis: step 1 is the first. Steps 0 and `ticks.length + 1` are everything before and after. */
  readonly ticks: readonly string[];
  readonly rows: readonly PictureRow[];
}

/** Newest releases that a picture has room for. */
const MAX_ROWS = 6;

/**
 * A picture for each configuration: its versions along an axis, the newest releases below each other, the part that
 * was tested marked. Versions are not numbers to measure by, so only their order counts: every bound is one step.
 */
export function compatibilityPictures(
  document: ExtensionDocument,
  configurations: readonly Configuration[],
  reader: Reader,
): readonly CompatibilityPicture[] {
  const current = document.releases.filter(({ withdrawn }) => withdrawn === undefined);
  const claims = Map.groupBy(current.flatMap(claimsOf), ({ name }) => name);
  return [...claims]
    .map(([name, made]) => pictureOf(configurationName(name, configurations, reader).title, made, reader))
    .filter(({ ticks }) => ticks.length > 0)
    .toSorted((a, b) => compareText(a.title, b.title));
}

/** What one release says of one configuration. */
interface Claim {
  readonly release: string;
  readonly name: string;
  readonly made: BuildConfigurationDocument;
}

const claimsOf = ({ version, builds }: ReleaseDocument): readonly Claim[] =>
  builds.flatMap(({ configurations }) =>
    configurations.map((made) => ({ release: version, name: made.name ?? '', made })),
  );

function pictureOf(title: string, claims: readonly Claim[], reader: Reader): CompatibilityPicture {
  const byRelease = [...Map.groupBy(claims, ({ release }) => release)].slice(0, MAX_ROWS);
  const axis = axisOf(byRelease.flatMap(([, made]) => made));
  return {
    title,
    description: byRelease.map(([release, made]) => `${release}: ${claimsText(made, reader)}`).join('. '),
    ticks: axis.map(tickText),
    rows: byRelease.map(([release, made]) => ({
      release,
      bars: made.flatMap((claim) => barsOf(claim, axis)),
    })),
  };
}

function claimsText(claims: readonly Claim[], reader: Reader): string {
  const words = reader.texts.compatibility;
  return claims
    .map(({ made: { version, tested } }) =>
      [rangeText(version, reader), tested === undefined ? words.untested : words.tested(tested)].join(', '),
    )
    .join('; ');
}

/** Every bound and every tested version, in order and once. */
function axisOf(claims: readonly Claim[]): readonly Version[] {
  const bounds = claims.flatMap(({ made }) => [
    ...(parseRange(made.version)?.intervals ?? []).flatMap(({ from, to }) => [from, to]),
    ...testedOf(made),
  ]);
  const inside = bounds.filter(
    (version) => compareVersions(version, START) > 0 && compareVersions(version, END) < 0,
  );
  return inside
    .toSorted(compareVersions)
    .filter((version, at, all) => at === 0 || compareVersions(version, all[at - 1] ?? START) !== 0);
}

function testedOf({ tested }: BuildConfigurationDocument): readonly Version[] {
  const version = tested === undefined ? undefined : parseVersion(tested);
  return version === undefined ? [] : [version];
}

/** `3.1.0` is `3.1` to people. */
function tickText({ parts }: Version): string {
  const significant = parts.findLastIndex((part) => part > 0) + 1;
  return parts.slice(0, Math.max(2, significant)).join('.');
}

/** The range of a claim as bars; one that holds the tested version is cut there. */
function barsOf({ made }: Claim, axis: readonly Version[]): readonly PictureBar[] {
  const [tested] = testedOf(made).map((version) => stepOf(version, axis));
  return (parseRange(made.version)?.intervals ?? []).flatMap(({ from, to }) => {
    const bar = { from: stepOf(from, axis), to: stepOf(to, axis) };
    if (tested === undefined || tested < bar.from) return [{ ...bar, isTested: false }];
    const end = Math.min(tested, bar.to);
    const rest = end < bar.to ? [{ from: end, to: bar.to, isTested: false }] : [];
    return [{ from: bar.from, to: end, isTested: true }, ...rest];
  });
}

/** Place of a version on the axis: 0 for the least of all, one after the last for the greatest. */
function stepOf(version: Version, axis: readonly Version[]): number {
  if (compareVersions(version, START) <= 0) return 0;
  const at = axis.findIndex((tick) => compareVersions(tick, version) === 0);
  return at < 0 ? axis.length + 1 : at + 1;
}
