import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** Critical releases go to everybody at once (`formats.md`, section 4); a rollout beside one promises otherwise. */
export const rolloutIgnored: Rule<'rollout-ignored'> = {
  code: 'rollout-ignored',
  severity: 'warning',
  *check(context) {
    for (const { entry, release } of releasesIn(context)) {
      const { importance, rollout } = release;
      if (importance !== 'critical' || rollout === undefined) continue;
      if (rollout.percent === 100 && rollout.pausedAt === null) continue;
      yield { place: entry.manifest.placeOf('rollout'), args: { percent: rollout.percent } };
    }
  },
};
