import type { InspectedFile } from '../checks/context.ts';
import type { ExtensionFacts } from '../cfe/index.ts';
import type { Passport } from '../model/passport.ts';
import type { ExtensionEntry, ReleaseEntry } from '../model/release-tree.ts';
import type { Build } from '../model/release.ts';
import { compareVersions } from '../model/version.ts';
import { passportOf } from '../cfe/index.ts';

/** What is known of one file. */
export interface KnownBuild {
  readonly build: Build;
  readonly passport?: Passport;
  /** Present when the file could be opened here. */
  readonly facts?: ExtensionFacts;
}

/** A file that a change brings, beside the one that it takes the place of. */
export interface ChangedBuild extends KnownBuild {
  /** The same build as published, or that of the release before, which is made for the same configuration. */
  readonly previous?: KnownBuild & { readonly version: string };
}

/** A release that is new or says something else than before. */
export interface ChangedRelease {
  readonly extension: ExtensionEntry;
  readonly entry: ReleaseEntry;
  readonly change: 'added' | 'changed' | 'withdrawn';
  readonly builds: readonly ChangedBuild[];
}

/** Where files were looked into, by path relative to the tree. */
export type Inspected = ReadonlyMap<string, InspectedFile>;

/** Releases of one extension that differ from what is published, newest first. */
export function changedReleases(
  extension: ExtensionEntry,
  before: ExtensionEntry | undefined,
  inspected: Inspected,
): readonly ChangedRelease[] {
  return extension.releases.toReversed().flatMap((entry) => {
    const published = before?.releases.find(({ folder }) => folder === entry.folder);
    const change = changeOf(published, entry);
    if (change === undefined) return [];
    const builds = entry.manifest.value.builds.map((build) => {
      const known = knownBuild(extension.id, entry, build, inspected);
      const previous = previousBuild({ extension, entry, published }, build, inspected);
      return { ...known, ...(previous && { previous }) };
    });
    return [{ extension, entry, change, builds }];
  });
}

function changeOf(
  published: ReleaseEntry | undefined,
  entry: ReleaseEntry,
): ChangedRelease['change'] | undefined {
  if (published === undefined) return 'added';
  const [old, young] = [published.manifest.value, entry.manifest.value];
  if (old.withdrawn === undefined && young.withdrawn !== undefined) return 'withdrawn';
  const isSame = JSON.stringify([old, published.notes]) === JSON.stringify([young, entry.notes]);
  return isSame ? undefined : 'changed';
}

interface Position {
  readonly extension: ExtensionEntry;
  readonly entry: ReleaseEntry;
  readonly published: ReleaseEntry | undefined;
}

function previousBuild(
  { extension, entry, published }: Position,
  build: Build,
  inspected: Inspected,
): ChangedBuild['previous'] {
  const { version } = entry.manifest.value;
  const older = extension.releases.filter(
    ({ manifest }) => compareVersions(manifest.value.version, version) < 0,
  );
  const candidates = [...(published === undefined ? [] : [published]), ...older.toReversed()];
  for (const candidate of candidates) {
    const same = candidate.manifest.value.builds.find((other) => isForSame(other, build));
    if (same === undefined) continue;
    const known = knownBuild(extension.id, candidate, same, inspected);
    return { ...known, version: candidate.manifest.value.version.text };
  }
  return undefined;
}

const isForSame = (a: Build, b: Build): boolean =>
  a.configurations.some(({ name }) => b.configurations.some((other) => other.name === name));

/** A file by its own words, or by its passport where it cannot be opened or was not looked at again. */
function knownBuild(id: string, entry: ReleaseEntry, build: Build, inspected: Inspected): KnownBuild {
  const file = inspected.get(`extensions/${id}/${entry.folder}/${build.file}`);
  const beside = entry.passports.get(build.file);
  if (file?.sha256 !== build.sha256 || file.facts?.type !== 'ConfigurationExtension')
    return { build, ...(beside && { passport: beside }) };
  return { build, facts: file.facts, passport: passportOf(file.facts, file) };
}
