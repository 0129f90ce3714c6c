import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** БСП takes extensions whose name starts so for patches of 1C and removes them itself (`platform-1c.md`, section 1.5). */
const PATCH_PREFIX = 'EF';

/** A name that the standard subsystems library keeps for the patches of 1C. */
export const prefixOf1cPatch: Rule<'prefix-of-1c-patch'> = {
  code: 'prefix-of-1c-patch',
  severity: 'error',
  *check(context) {
    for (const { manifest } of extensionsIn(context)) {
      const { name } = manifest.value;
      if (!name.startsWith(PATCH_PREFIX)) continue;
      yield { place: manifest.placeOf('name'), args: { name, prefix: PATCH_PREFIX } };
    }
  },
};
