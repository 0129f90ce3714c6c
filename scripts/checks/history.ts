import type { ExtensionEntry, ReleaseEntry } from '../model/release-tree.ts';
import type { CheckContext } from './context.ts';
import { extensionsIn } from './scope.ts';

/** An extension as it was published, and as it stands now. */
export interface ExtensionHistory {
  readonly before: ExtensionEntry;
  readonly now: ExtensionEntry;
}

/** A release as it was published, and as it stands now. */
export interface ReleaseHistory {
  readonly before: ReleaseEntry;
  readonly now: ReleaseEntry;
}

/** Extensions that were published and still exist. Nothing without a published tree to compare with. */
export function* extensionHistories(context: CheckContext): Generator<ExtensionHistory> {
  const published = new Map(context.previous?.extensions.map((extension) => [extension.id, extension]));
  for (const now of extensionsIn(context)) {
    const before = published.get(now.id);
    if (before !== undefined) yield { before, now };
  }
}

/** Releases that were published and still exist, found by version: a folder may be renamed to the right spelling. */
export function* releaseHistories(context: CheckContext): Generator<ReleaseHistory> {
  for (const { before, now } of extensionHistories(context)) {
    const kept = releasesByVersion(now);
    for (const release of before.releases) {
      const same = kept.get(versionKey(release));
      if (same !== undefined) yield { before: release, now: same };
    }
  }
}

/** Releases that were published and do not exist any more, of extensions that do. */
export function* deletedReleases(context: CheckContext): Generator<ReleaseEntry> {
  for (const { before, now } of extensionHistories(context)) {
    const kept = releasesByVersion(now);
    yield* before.releases.filter((release) => !kept.has(versionKey(release)));
  }
}

const releasesByVersion = ({ releases }: ExtensionEntry): ReadonlyMap<string, ReleaseEntry> =>
  new Map(releases.map((entry) => [versionKey(entry), entry]));

/** The same for versions that compare as equal: `1.2` and `1.2.0.0`. */
function versionKey({ manifest }: ReleaseEntry): string {
  const { parts, prerelease } = manifest.value.version;
  return `${[...parts, 0, 0, 0].slice(0, 4).join('.')}-${prerelease.join('.')}`;
}
