import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** An extension that conflicts with itself could never be updated. */
export const conflictItself: Rule<'conflict-itself'> = {
  code: 'conflict-itself',
  severity: 'error',
  *check(context) {
    for (const { manifest } of extensionsIn(context)) {
      const { name, conflicts } = manifest.value;
      for (const [index, { with: sign }] of conflicts.entries()) {
        if (!('extension' in sign) || sign.extension.toLowerCase() !== name.toLowerCase()) continue;
        yield { place: manifest.placeOf('conflicts', index, 'extension'), args: { name } };
      }
    }
  },
};
