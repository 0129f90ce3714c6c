import { ANY_CONFIGURATION } from '../../model/any-configuration.ts';
import type { ExtensionEntry } from '../../model/release-tree.ts';
import type { Build } from '../../model/release.ts';
import { compareVersions, makeVersion, type Version } from '../../model/version.ts';
import type { WrittenBuild } from '../../source/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { CliText } from '../text/text.ts';
import type { LeftFile, OfferedFile } from './offered-file.ts';
import type { AddOptions } from './options.ts';
import { releaseOf } from './plan-release.ts';

/** A file with what it is made for. */
export interface PlacedBuild {
  readonly file: OfferedFile;
  readonly configurations: WrittenBuild['configurations'];
}

/** Files by release, oldest version first, and those that have no place. */
export interface PlacedBuilds {
  readonly releases: readonly (readonly PlacedBuild[])[];
  readonly left: readonly LeftFile[];
}

interface Shelf {
  readonly options: Pick<AddOptions, 'yes'>;
  readonly extension: ExtensionEntry | undefined;
  readonly text: CliText;
}

/**
 * Puts files of one extension into releases. Several files of one version are builds of one release when they are made
 * for different configurations; when they are not, the vendor forgot to raise the version, and the later file gets the
 * time of its saving as a further part where every proposal is taken.
 */
export async function placeBuilds(
  files: readonly OfferedFile[],
  configurationsOf: (file: OfferedFile) => Promise<WrittenBuild['configurations']>,
  shelf: Shelf,
): Promise<PlacedBuilds> {
  const releases = new Map<string, PlacedBuild[]>();
  const left: LeftFile[] = [];
  for (const file of amongNumbers(files.toSorted(earliestFirst))) {
    try {
      const build = { file, configurations: await configurationsOf(file) };
      const found = placeOf(build, releases, shelf);
      releases.set(found.file.version.text, [...(releases.get(found.file.version.text) ?? []), found]);
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      left.push({ file, why: error.message });
    }
  }
  return { releases: [...releases.values()], left };
}

/**
 * Days among numbers: 2025.5.4 would be newer for ever than the 1.0.2 that came after it. Such a day goes behind the
 * number before it as a further part, or before all numbers: `1.0.1.20250504`, `0.2025.5.4`.
 *
 * @param files the earliest first
 */
const amongNumbers = (files: readonly OfferedFile[]): readonly OfferedFile[] =>
  files.map((file, index) => {
    const isHidden = files
      .slice(index + 1)
      .some((later) => !later.isDated && compareVersions(later.version, file.version) < 0);
    if (!file.isDated || !isHidden) return file;
    const before = files.slice(0, index).findLast((earlier) => !earlier.isDated);
    const version = makeVersion(dayBehind(file.version.parts, before?.version.parts));
    return version === undefined ? file : { ...file, version, fileVersion: file.facts.version };
  });

function dayBehind(day: readonly number[], number: readonly number[] | undefined): readonly number[] {
  if (number === undefined || number.length > 3) return [0, ...day];
  const [major = 0, minor = 0, patch = 0] = number;
  const [year = 0, month = 0, date = 0] = day;
  return [major, minor, patch, year * 10_000 + month * 100 + date];
}

const earliestFirst = (a: OfferedFile, b: OfferedFile): number =>
  savedAt(a) < savedAt(b) ? -1 : Number(savedAt(a) > savedAt(b));

const savedAt = ({ facts }: OfferedFile): string => facts.entryTimes?.[1] ?? '';

function placeOf(
  build: PlacedBuild,
  releases: ReadonlyMap<string, readonly PlacedBuild[]>,
  { options, extension, text }: Shelf,
): PlacedBuild {
  const { file } = build;
  const isFree = (version: Version): boolean =>
    !(releases.get(version.text) ?? []).some((other) => meet(other, build)) &&
    (version === file.version ||
      !(releaseOf(extension, version.text)?.manifest.value.builds ?? []).some((other) =>
        meetsStanding(other, build),
      ));
  if (isFree(file.version)) return build;
  const later = options.yes ? laterVersion(file) : undefined;
  if (later === undefined || !isFree(later))
    throw new WrongUse(text.add.versionTaken(file.name, file.version.text));
  return { ...build, file: { ...file, version: later, fileVersion: file.facts.version } };
}

/** `2021.3.3` saved at 15:30 is `2021.3.3.1530`: after the release of that day, before the next. */
function laterVersion({ version, facts }: OfferedFile): Version | undefined {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(facts.entryTimes?.[1] ?? '') ?? [];
  if (version.parts.length > 3 || version.prerelease.length > 0 || hour === undefined) return undefined;
  const [major = 0, minor = 0, patch = 0] = version.parts;
  return makeVersion([major, minor, patch, Number(hour) * 100 + Number(minute)]);
}

const namesOf = ({ configurations }: PlacedBuild): readonly string[] =>
  configurations === 'any' ? [ANY_CONFIGURATION] : configurations.map(({ name }) => name);

const meet = (a: PlacedBuild, b: PlacedBuild): boolean =>
  a.file.name.toLowerCase() === b.file.name.toLowerCase() || sharesName(namesOf(a), namesOf(b));

const meetsStanding = ({ configurations }: Build, build: PlacedBuild): boolean =>
  sharesName(
    configurations.map(({ name }) => name),
    namesOf(build),
  );

const sharesName = (a: readonly string[], b: readonly string[]): boolean =>
  a.includes(ANY_CONFIGURATION) || b.includes(ANY_CONFIGURATION) || a.some((name) => b.includes(name));
