import type { ReleaseEntry } from '../model/release-tree.ts';
import type { Release } from '../model/release.ts';
import { spans } from '../model/version-range.ts';
import { compareVersions, type Version } from '../model/version.ts';

/** The newest release of a channel, and the older versions from which nobody gets there. */
export interface Barrier {
  readonly entry: ReleaseEntry;
  /** Older releases of the extension, withdrawn ones included: somebody may run them. */
  readonly older: readonly Version[];
  readonly stranded: readonly Version[];
}

/**
 * Newest releases that leave older installations without a path. An installation moves to a release when `updateFrom`
 * spans its version, or through releases in between, of the same or a more stable channel and not withdrawn. Releases
 * that a newer one has overtaken are not asked: nobody has to go there any more.
 *
 * @param channels the publisher's, the most stable first
 */
export function barriersOf(
  releases: readonly ReleaseEntry[],
  channels: readonly string[],
): readonly Barrier[] {
  const newest = channels.flatMap((_, rank) => newestOf(releases, channels.slice(0, rank + 1)) ?? []);
  return [...new Set(newest)].flatMap((entry) => {
    const { version, channel } = entry.manifest.value;
    const before = releases.filter((older) => isOlder(older.manifest.value.version, version));
    const visible = channels.slice(0, channels.indexOf(channel) + 1);
    const steps = before.map(({ manifest }) => manifest.value).filter((step) => isOffered(step, visible));
    const older = before.map(({ manifest }) => manifest.value.version);
    const stranded = older.filter((from) => !leadsTo(entry.manifest.value, steps, from));
    return stranded.length > 0 ? [{ entry, older, stranded }] : [];
  });
}

const newestOf = (releases: readonly ReleaseEntry[], channels: readonly string[]): ReleaseEntry | undefined =>
  releases.findLast(({ manifest }) => isOffered(manifest.value, channels));

const isOffered = ({ withdrawn, channel }: Release, channels: readonly string[]): boolean =>
  withdrawn === undefined && channels.includes(channel);

/**
 * Is there a way up to the target?
 *
 * @param steps releases that may be passed through, oldest first
 */
function leadsTo(target: Release, steps: readonly Release[], from: Version): boolean {
  if (accepts(target, from)) return true;
  // Newest first: a step is most often taken from the one right below it.
  const reached = [from];
  for (const step of steps) {
    if (isOlder(from, step.version) && reached.some((version) => accepts(step, version))) {
      reached.unshift(step.version);
    }
  }
  return reached.some((version) => accepts(target, version));
}

const accepts = ({ updateFrom }: Release, version: Version): boolean =>
  updateFrom === undefined || spans(updateFrom, version);

const isOlder = (a: Version, b: Version): boolean => compareVersions(a, b) < 0;
