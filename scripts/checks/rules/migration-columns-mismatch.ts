import type { IdentifierMapping } from '../../model/migration.ts';
import { migrationsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** Source and target must each have a column for every field, and no other: a row is carried over whole. */
export const migrationColumnsMismatch: Rule<'migration-columns-mismatch'> = {
  code: 'migration-columns-mismatch',
  severity: 'error',
  *check(context) {
    for (const { manifest, migration } of migrationsIn(context)) {
      for (const [index, mapping] of migration.mappings.entries()) {
        for (const side of ['source', 'target'] as const) {
          const { missing, extra } = disagreementOf(mapping, side);
          if (missing.length === 0 && extra.length === 0) continue;
          const place = manifest.placeOf('mappings', index, side, 'columns');
          yield { place, args: { mapping: mapping.id, side, missing, extra } };
        }
      }
    }
  },
};

function disagreementOf(
  { fields, ...stores }: IdentifierMapping,
  side: 'source' | 'target',
): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  const names = fields.map(({ name }) => name);
  const columns = Object.keys(stores[side].columns);
  return {
    missing: names.filter((name) => !columns.includes(name)),
    extra: columns.filter((name) => !names.includes(name)),
  };
}
