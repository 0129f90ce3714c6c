import { admits } from '../../model/version-range.ts';
import type { Rule } from '../rule.ts';
import { configurationsIn } from '../scope.ts';

/** A build that was tried with a version it is not made for: one of the two is a slip. */
export const testedOutsideRange: Rule<'tested-outside-range'> = {
  code: 'tested-outside-range',
  severity: 'error',
  *check(context) {
    for (const { configuration, placeIn } of configurationsIn(context)) {
      const { name, version, tested } = configuration;
      if (tested === undefined || admits(version, tested)) continue;
      yield { place: placeIn('tested'), args: { name, tested: tested.text, range: version.text } };
    }
  },
};
