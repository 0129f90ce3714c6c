import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** A licence is asked for the month of the release; a file that is sealed for a later one would not open with it. */
export const unlockMonthMismatch: Rule<'unlock-month-mismatch'> = {
  code: 'unlock-month-mismatch',
  severity: 'error',
  *check(context) {
    for (const { build, release, placeOf } of buildsIn(context)) {
      const month = release.date.slice(0, 7);
      for (const [index, unlock] of (build.unlock ?? []).entries()) {
        if (unlock.month === month) continue;
        const args = { file: build.file, written: unlock.month, date: release.date, month };
        yield { place: placeOf('unlock', index, 'month'), args };
      }
    }
  },
};
