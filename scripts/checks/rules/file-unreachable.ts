import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** A file that lies elsewhere and cannot be had: nobody has seen what would be signed. */
export const fileUnreachable: Rule<'file-unreachable'> = {
  code: 'file-unreachable',
  severity: 'error',
  *check(context) {
    for (const { build, inspected, placeOf } of buildsIn(context)) {
      if (inspected?.unreachable === undefined) continue;
      const args = { file: build.file, url: build.urls[0] ?? '', reason: inspected.unreachable };
      yield { place: placeOf('urls'), args };
    }
  },
};
