import { migrationsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** An additional attribute (БСП) belongs to the objects of one table; nothing else has an owner. */
export const migrationOwnerMissing: Rule<'migration-owner-missing'> = {
  code: 'migration-owner-missing',
  severity: 'error',
  *check(context) {
    for (const { manifest, migration } of migrationsIn(context)) {
      for (const [index, mapping] of migration.mappings.entries()) {
        for (const side of ['source', 'target'] as const) {
          const { kind, name, owner } = mapping[side];
          if ((kind === 'additionalAttribute') === (owner !== undefined)) continue;
          const place = manifest.placeOf('mappings', index, side, owner === undefined ? 'kind' : 'owner');
          yield { place, args: { mapping: mapping.id, side, name, owner: owner ?? '' } };
        }
      }
    }
  },
};
