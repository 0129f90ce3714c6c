import type { Conflict } from '../../model/extension.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/**
 * Where two extensions of one repository cannot stay together, both must know: otherwise the one that says nothing is
 * installed beside the other.
 */
export const conflictOneSided: Rule<'conflict-one-sided'> = {
  code: 'conflict-one-sided',
  severity: 'warning',
  *check(context) {
    for (const { manifest } of extensionsIn(context)) {
      const { name, conflicts } = manifest.value;
      for (const [index, { with: sign }] of conflicts.entries()) {
        const other = context.tree.extensions.find((entry) => names(sign, entry.manifest.value.name));
        if (other === undefined || other.manifest === manifest) continue;
        if (other.manifest.value.conflicts.some((conflict) => names(conflict.with, name))) continue;
        const place = manifest.placeOf('conflicts', index, 'extension');
        yield { place, args: { name, other: other.manifest.value.name, manifest: other.manifest.file } };
      }
    }
  },
};

const names = (sign: Conflict['with'], name: string): boolean =>
  'extension' in sign && sign.extension.toLowerCase() === name.toLowerCase();
