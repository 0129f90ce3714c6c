import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** An archive that anybody can open gives away what is sold; one of another kind opens for no customer. */
export const fileNotProtected: Rule<'file-not-protected'> = {
  code: 'file-not-protected',
  severity: 'error',
  *check(context) {
    for (const { build, inspected, placeOf } of buildsIn(context)) {
      if (inspected?.unprotected === undefined) continue;
      yield { place: placeOf('file'), args: { file: build.file, reason: inspected.unprotected } };
    }
  },
};
