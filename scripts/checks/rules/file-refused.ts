import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** The reader of 1C files refused it; whatever else is wrong with it, an infobase would not install it. */
export const fileRefused: Rule<'file-refused'> = {
  code: 'file-refused',
  severity: 'error',
  *check(context) {
    for (const { build, inspected, placeOf } of buildsIn(context)) {
      if (inspected?.error === undefined) continue;
      const { code, args } = inspected.error;
      yield { place: placeOf('file'), args: { ...args, file: build.file, reason: code } };
    }
  },
};
