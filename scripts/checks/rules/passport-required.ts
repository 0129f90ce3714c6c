import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** Of a file that lies elsewhere the passport is all that a reviewer and the pages have. */
export const passportRequired: Rule<'passport-required'> = {
  code: 'passport-required',
  severity: 'error',
  *check(context) {
    for (const { entry, build, path, placeOf } of buildsIn(context)) {
      if (build.urls.length === 0 || entry.artifacts.has(build.file)) continue;
      if (entry.passports.has(build.file)) continue;
      yield { place: placeOf('urls'), args: { file: build.file, passport: `${path}.passport.json` } };
    }
  },
};
