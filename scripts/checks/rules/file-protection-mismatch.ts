import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** A paid file that lies open is given away; a free one that is locked opens for nobody (`formats.md`, section 7). */
export const fileProtectionMismatch: Rule<'file-protection-mismatch'> = {
  code: 'file-protection-mismatch',
  severity: 'error',
  *check(context) {
    for (const { extension, build, placeOf } of buildsIn(context)) {
      const { price } = extension.manifest.value;
      if ((price === 'paid') === build.file.endsWith('.cfe.zip')) continue;
      yield { place: placeOf('file'), args: { file: build.file, price } };
    }
  },
};
