import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** Git LFS left its note of where the file lies instead of the file: nothing can be read or published of it. */
export const fileLfsPointer: Rule<'file-lfs-pointer'> = {
  code: 'file-lfs-pointer',
  severity: 'error',
  *check(context) {
    for (const { build, path, inspected, placeOf } of buildsIn(context)) {
      if (inspected?.isLfsPointer !== true) continue;
      yield { place: placeOf('file'), args: { file: build.file, path } };
    }
  },
};
