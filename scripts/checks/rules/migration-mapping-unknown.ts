import { stepsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** Unloading and loading carry over what a mapping names; other steps carry nothing. */
export const migrationMappingUnknown: Rule<'migration-mapping-unknown'> = {
  code: 'migration-mapping-unknown',
  severity: 'error',
  *check(context) {
    for (const { manifest, migration, step, path } of stepsIn(context)) {
      const carries = step.kind === 'unload' || step.kind === 'load';
      const known = migration.mappings.map(({ id }) => id);
      if (carries ? known.includes(step.mapping ?? '') : step.mapping === undefined) continue;
      const args = {
        step: step.id,
        kind: step.kind,
        mapping: step.mapping ?? '',
        carries: carries ? 'yes' : '',
        known,
      };
      yield { place: manifest.placeOf(...path, 'mapping'), args };
    }
  },
};
