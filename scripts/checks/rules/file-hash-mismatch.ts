import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** Clients refuse a file with another hash than the one that is signed. */
export const fileHashMismatch: Rule<'file-hash-mismatch'> = {
  code: 'file-hash-mismatch',
  severity: 'error',
  *check(context) {
    for (const { build, inspected, path, placeOf } of buildsIn(context)) {
      if (inspected === undefined || inspected.unreachable !== undefined || inspected.sha256 === build.sha256)
        continue;
      yield { place: placeOf('sha256'), args: { file: build.file, path, actual: inspected.sha256 } };
    }
  },
};
