import type { BuildDocument, ReleaseDocument } from '../../scripts/model/documents.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import type { ExtensionPage } from './extension.ts';
import { fileChanges, type FileChanges } from './passport-changes.ts';
import type { Reader } from './reader.ts';

/** What changed in the files of a release. */
export interface ReleaseChanges {
  /** The release that it is compared with. */
  readonly since: string;
  readonly files: readonly FileChanges[];
}

/** Compares the files of a release with those of the one before it; nothing where either has no passports. */
export function releaseChanges(
  release: ReleaseDocument,
  page: ExtensionPage,
  reader: Reader,
): ReleaseChanges | undefined {
  const previous = previousRelease(release, page);
  if (previous === undefined) return undefined;
  const before = page.passportsOf(previous.version);
  const files = [...page.passportsOf(release.version)].flatMap(([file, passport]) => {
    const older = counterpart(file, release, { previous, before });
    return older === undefined ? [] : [fileChanges({ file, passport }, older, reader)];
  });
  return files.length === 0 ? undefined : { since: previous.version, files };
}

/**
 * The release that people had before this one: the next older one that is not withdrawn, of a channel at least as
 * stable. Documents list the newest release first.
 */
function previousRelease(release: ReleaseDocument, { document }: ExtensionPage): ReleaseDocument | undefined {
  const stability = ({ channel }: ReleaseDocument): number => document.channels.indexOf(channel);
  const at = document.releases.indexOf(release);
  return document.releases
    .slice(at + 1)
    .find((older) => older.withdrawn === undefined && stability(older) <= stability(release));
}

/** The older passport that a file is compared with: of the file of its name, or else of one for its configurations. */
function counterpart(
  file: string,
  { builds }: ReleaseDocument,
  {
    previous,
    before,
  }: { readonly previous: ReleaseDocument; readonly before: ReadonlyMap<string, Passport> },
): Passport | undefined {
  const own = namesOf(builds.find((build) => build.file === file));
  const alike = previous.builds.find((build) => namesOf(build).some((name) => own.includes(name)));
  return before.get(file) ?? before.get(alike?.file ?? '');
}

const namesOf = (build: BuildDocument | undefined): readonly string[] =>
  (build?.configurations ?? []).map(({ name }) => name ?? '');
