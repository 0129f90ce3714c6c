import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** The passport is what reviewers read of a binary file, and all that is known of one that cannot be opened here. */
export const passportMissing: Rule<'passport-missing'> = {
  code: 'passport-missing',
  severity: 'warning',
  *check(context) {
    for (const { entry, build, path, placeOf } of buildsIn(context)) {
      const isElsewhere = build.urls.length > 0 && !entry.artifacts.has(build.file);
      if (isElsewhere || entry.passports.has(build.file)) continue;
      yield { place: placeOf('file'), args: { file: build.file, passport: `${path}.passport.json` } };
    }
  },
};
