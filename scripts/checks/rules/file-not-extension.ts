import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** The name of a file says nothing: a data processor or a whole configuration may be saved as `.cfe`. */
export const fileNotExtension: Rule<'file-not-extension'> = {
  code: 'file-not-extension',
  severity: 'error',
  *check(context) {
    for (const { build, inspected, placeOf } of buildsIn(context)) {
      const type = inspected?.facts?.type ?? 'ConfigurationExtension';
      if (type === 'ConfigurationExtension') continue;
      yield { place: placeOf('file'), args: { file: build.file, type } };
    }
  },
};
