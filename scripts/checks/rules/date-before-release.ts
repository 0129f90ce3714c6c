import { datesIn } from '../dates.ts';
import type { Rule } from '../rule.ts';

/** Nothing can be withdrawn or paused before it was released: one of the dates is a slip. */
export const dateBeforeRelease: Rule<'date-before-release'> = {
  code: 'date-before-release',
  severity: 'error',
  *check(context) {
    for (const { field, date, release, place } of datesIn(context)) {
      if (date < release.date) yield { place: place(), args: { field, date, released: release.date } };
    }
  },
};
