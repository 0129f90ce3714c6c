import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** Clients refuse a file of another length than the one that is signed. */
export const fileLengthMismatch: Rule<'file-length-mismatch'> = {
  code: 'file-length-mismatch',
  severity: 'error',
  *check(context) {
    for (const { build, inspected, path, placeOf } of buildsIn(context)) {
      if (inspected === undefined || inspected.unreachable !== undefined || inspected.length === build.length)
        continue;
      const args = { file: build.file, path, written: build.length, actual: inspected.length };
      yield { place: placeOf('length'), args };
    }
  },
};
