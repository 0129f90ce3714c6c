import type { PathStep } from '../../model/release-tree.ts';
import type { Release } from '../../model/release.ts';
import { releaseHistories } from '../history.ts';
import type { Rule } from '../rule.ts';

/**
 * What a published release installs, and when it was released, stays; to whom it is offered may change. So `date`
 * (licences count by its month), `install`, a withdrawal and the way to stabler channels are kept here, files by
 * `published-file-changed`. Free to change: `rollout`, `importance`, `requires`, `updateFrom`, ranges and tested
 * versions of configurations, `urls`, notes, further builds, and a withdrawal that is added.
 */
export const publishedReleaseChanged: Rule<'published-release-changed'> = {
  code: 'published-release-changed',
  severity: 'error',
  *check(context) {
    const { channels } = context.tree.publisher.value;
    for (const { before, now } of releaseHistories(context)) {
      const release = now.manifest.value;
      for (const { path, was, is } of changes(before.manifest.value, release, channels)) {
        const args = { version: release.version.text, field: path.join('.'), was, is };
        yield { place: now.manifest.placeOf(...path), args };
      }
    }
  },
};

interface Change {
  readonly path: readonly PathStep[];
  readonly was: string;
  readonly is: string;
}

function* changes(before: Release, now: Release, channels: readonly string[]): Generator<Change> {
  if (before.date !== now.date) yield { path: ['date'], was: before.date, is: now.date };
  if (isLessStable(now.channel, before.channel, channels)) {
    yield { path: ['channel'], was: before.channel, is: now.channel };
  }
  for (const field of ['safeMode', 'dangerousActionsProtection', 'exclusive', 'publish'] as const) {
    const [was, is] = [String(before.install[field]), String(now.install[field])];
    if (was !== is) yield { path: ['install', field], was, is };
  }
  if (before.withdrawn !== undefined && now.withdrawn === undefined) {
    yield { path: ['withdrawn'], was: before.withdrawn.date, is: '' };
  }
}

/** A channel that the publisher does not have counts as the least stable one. */
function isLessStable(channel: string, than: string, channels: readonly string[]): boolean {
  if (channel === than) return false;
  const rank = (name: string): number => (channels.includes(name) ? channels.indexOf(name) : channels.length);
  return rank(channel) >= rank(than);
}
