import type { Heads } from '../model/documents.ts';
import type { Release } from '../model/release.ts';
import type { PreparedExtension } from './prepared-extension.ts';

/** Withdrawn versions that one head lists, the newest: everybody downloads them at every check. */
export const MAX_WITHDRAWN_IN_HEAD = 8;

/**
 * Newest versions by extension, for the fast check. A channel is named only where it has something newer than every
 * more stable channel.
 */
export const headsOf = (extensions: readonly PreparedExtension[], channels: readonly string[]): Heads =>
  Object.fromEntries(extensions.flatMap((extension) => headOf(extension, channels)));

type Head = Heads[string];

function headOf({ entry, releases }: PreparedExtension, channels: readonly string[]): [string, Head][] {
  const all = releases.map(({ release }) => release);
  const withdrawn = all.filter((release) => release.withdrawn).map(({ version }) => version.text);
  const critical = newestCritical(all, channels);
  const head: Head = {
    ...newestByChannel(all, channels),
    ...(critical && { criticalBelow: critical.version.text }),
    ...(withdrawn.length > 0 && { withdrawn: withdrawn.slice(0, MAX_WITHDRAWN_IN_HEAD) }),
  };
  return Object.keys(head).length === 0 ? [] : [[entry.id, head]];
}

function newestByChannel(releases: readonly Release[], channels: readonly string[]): Head {
  let newestSoFar = releases.length;
  const heads = channels.flatMap((channel) => {
    // Releases come newest first, so a smaller index is a newer release.
    const index = releases.findIndex((release) => release.channel === channel && !release.withdrawn);
    const release = index === -1 || index > newestSoFar ? undefined : releases[index];
    if (release === undefined) return [];
    newestSoFar = index;
    return [[channel, release.version.text] as const];
  });
  return Object.fromEntries(heads);
}

/** A critical release for testers does not make everybody else's version dangerous. */
const newestCritical = (releases: readonly Release[], channels: readonly string[]): Release | undefined =>
  releases.find(
    ({ importance, channel, withdrawn }) =>
      importance === 'critical' && channel === channels[0] && !withdrawn,
  );
