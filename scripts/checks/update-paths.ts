import type { ReleaseEntry } from '../model/release-tree.ts';
import type { Release } from '../model/release.ts';
import { spans, type VersionRange } from '../model/version-range.ts';
import { compareVersions, type Version } from '../model/version.ts';

/** A release with `updateFrom`, and the older versions from which nobody gets to it or past it. */
export interface Barrier {
  readonly entry: ReleaseEntry;
  /** Older releases of the extension, withdrawn ones included: somebody may run them. */
  readonly older: readonly Version[];
  readonly stranded: readonly Version[];
}

/**
 * Releases that leave older installations without a path. An installation moves to a release when `updateFrom` spans
 * its version, or through releases in between, of the same or a more stable channel and not withdrawn. A barrier that
 * a later release takes away strands nobody.
 *
 * @param channels the publisher's, the most stable first
 */
export function barriersOf(
  releases: readonly ReleaseEntry[],
  channels: readonly string[],
): readonly Barrier[] {
  const steps: Step[] = [];
  for (const entry of releases) steps.push(stepOf(entry, steps, channels));
  return steps.flatMap((step, index) => {
    if (!isOpen(step) || step.stranded.length === 0) return [];
    const later = steps.slice(index + 1).filter((other) => isOpen(other) && isSeenWith(step, other));
    const stranded = step.stranded.filter((version) =>
      later.every((other) => other.stranded.includes(version)),
    );
    return stranded.length > 0 ? [{ entry: step.entry, older: step.older, stranded }] : [];
  });
}

/** A release as a step of the way up. */
interface Step extends Barrier {
  readonly release: Release;
  /** Place of its channel among the publisher's; more stable is smaller. */
  readonly rank: number;
}

function stepOf(entry: ReleaseEntry, before: readonly Step[], channels: readonly string[]): Step {
  const release = entry.manifest.value;
  const rank = channels.indexOf(release.channel);
  const open = { entry, release, rank, older: [], stranded: [] };
  const { updateFrom, version } = release;
  if (updateFrom === undefined) return open;
  const older = before.map((step) => step.release.version).filter((other) => isOlder(other, version));
  return { ...open, older, stranded: strandedBelow({ ...open, older }, before, updateFrom) };
}

function strandedBelow(step: Step, before: readonly Step[], updateFrom: VersionRange): readonly Version[] {
  const outside = step.older.filter((version) => !spans(updateFrom, version));
  const between = before
    .filter((lower) => isOpen(lower) && isSeenWith(step, lower) && spans(updateFrom, lower.release.version))
    .reverse();
  return outside.filter((version) => !between.some((lower) => leadsOn(lower, version)));
}

const isOpen = ({ release }: Step): boolean => release.withdrawn === undefined;

/** Does an installation of this version get to the step? */
const leadsOn = (step: Step, version: Version): boolean =>
  isOlder(version, step.release.version) && !step.stranded.includes(version);

/** Does everybody who sees the step see the other release too? */
const isSeenWith = (step: Step, other: Step): boolean => other.rank <= step.rank;

const isOlder = (a: Version, b: Version): boolean => compareVersions(a, b) < 0;
