import { passportOf } from '../../cfe/index.ts';
import type { Passport } from '../../model/passport.ts';
import { startOf } from '../../model/problem.ts';
import type { Rule } from '../rule.ts';
import { buildsIn, type BuildSite } from '../scope.ts';

/** A passport that describes another file would show reviewers something that is not installed. */
export const passportStale: Rule<'passport-stale'> = {
  code: 'passport-stale',
  severity: 'error',
  *check(context) {
    for (const site of buildsIn(context)) {
      const passport = site.entry.passports.get(site.build.file);
      const field = passport && staleField(passport, site);
      if (field === undefined) continue;
      const file = `${site.path}.passport.json`;
      yield { place: startOf(file), args: { passport: file, file: site.build.file, field } };
    }
  },
};

/** The first field in which the passport is not the file's; of one that nobody can open, only the pin is known. */
function staleField(passport: Passport, { build, inspected }: BuildSite): string | undefined {
  const facts = inspected?.facts;
  if (facts?.type === 'ConfigurationExtension')
    return firstDifference(passport, passportOf(facts, inspected ?? build));
  const pinned = build.file.endsWith('.zip') ? build.clear : build;
  return pinned === undefined || passport.sha256 === pinned.sha256 ? undefined : 'sha256';
}

/** Both were made by one function, so equal values have equal texts. */
function firstDifference(passport: Passport, derived: Passport): string | undefined {
  const written = new Map(Object.entries(passport));
  for (const [field, value] of Object.entries(derived)) {
    if (JSON.stringify(written.get(field)) !== JSON.stringify(value)) return field;
  }
  return undefined;
}
