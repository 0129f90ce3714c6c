import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** A version that calls itself unfinished, in the channel that everybody gets. */
export const prereleaseInStable: Rule<'prerelease-in-stable'> = {
  code: 'prerelease-in-stable',
  severity: 'warning',
  *check(context) {
    const [stable, ...others] = context.tree.publisher.value.channels;
    for (const { entry, release } of releasesIn(context)) {
      const { version, channel } = release;
      if (channel !== stable || version.prerelease.length === 0) continue;
      yield { place: entry.manifest.placeOf('channel'), args: { version: version.text, channel, others } };
    }
  },
};
