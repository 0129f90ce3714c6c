import { migrationsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** Without a key nothing tells whether a row is there already, and loading twice would double everything. */
export const migrationKeyMissing: Rule<'migration-key-missing'> = {
  code: 'migration-key-missing',
  severity: 'error',
  *check(context) {
    for (const { manifest, migration } of migrationsIn(context)) {
      for (const [index, { id, fields }] of migration.mappings.entries()) {
        if (fields.some(({ key }) => key)) continue;
        const names = fields.map(({ name }) => name);
        yield { place: manifest.placeOf('mappings', index, 'fields'), args: { mapping: id, fields: names } };
      }
    }
  },
};
