import type { ExtensionEntry, ReleaseEntry } from '../model/release-tree.ts';
import { compareVersions } from '../model/version.ts';
import type { CheckContext } from './context.ts';
import { extensionsIn } from './scope.ts';

/** An extension as it was published, and as it stands now. */
export interface ExtensionHistory {
  readonly before: ExtensionEntry;
  readonly now: ExtensionEntry;
}

/** A release as it was published, and as it stands now. */
export interface ReleaseHistory {
  readonly extension: ExtensionEntry;
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
    for (const release of before.releases) {
      const same = findRelease(now, release);
      if (same !== undefined) yield { extension: now, before: release, now: same };
    }
  }
}

/** The release of the extension with the same version. */
export function findRelease(
  { releases }: ExtensionEntry,
  { manifest }: ReleaseEntry,
): ReleaseEntry | undefined {
  const { version } = manifest.value;
  return releases.find((entry) => compareVersions(entry.manifest.value.version, version) === 0);
}
