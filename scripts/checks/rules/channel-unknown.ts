import { nearestName } from '../../model/nearest-name.ts';
import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** A release is offered by its channel; one that `publisher.yaml` does not list reaches nobody. */
export const channelUnknown: Rule<'channel-unknown'> = {
  code: 'channel-unknown',
  severity: 'error',
  *check(context) {
    const channels = context.tree.publisher.value.channels;
    for (const { entry, release } of releasesIn(context)) {
      if (channels.includes(release.channel)) continue;
      const { channel } = release;
      const nearest = nearestName(channel, channels) ?? '';
      yield { place: entry.manifest.placeOf('channel'), args: { channel, nearest, channels } };
    }
  },
};
