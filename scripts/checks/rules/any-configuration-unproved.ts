import { ANY_CONFIGURATION } from '../../model/any-configuration.ts';
import type { Rule } from '../rule.ts';
import { buildsIn, describedBy } from '../scope.ts';

/** Names that a sentence has room for. */
const SHOWN = 5;

/**
 * `configurations: any` is a promise to every infobase: a file that adopts more than the language needs objects of that
 * name, which another configuration does not have.
 */
export const anyConfigurationUnproved: Rule<'any-configuration-unproved'> = {
  code: 'any-configuration-unproved',
  severity: 'error',
  *check(context) {
    for (const site of buildsIn(context)) {
      if (!site.build.configurations.some(({ name }) => name === ANY_CONFIGURATION)) continue;
      const adopted = (describedBy(site)?.objects ?? []).filter(
        ({ kind, belonging }) => belonging === 'adopted' && kind !== 'Language',
      );
      if (adopted.length === 0) continue;
      const objects = adopted.slice(0, SHOWN).map(({ kind, name }) => `${kind}.${name}`);
      yield {
        place: site.placeOf('configurations'),
        args: { file: site.build.file, objects, count: adopted.length },
      };
    }
  },
};
