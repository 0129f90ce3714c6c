import { nearestName } from '../../model/nearest-name.ts';
import { startOf } from '../../model/problem.ts';
import { migrationsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** A text whose name belongs to no step is shown to nobody. */
export const migrationTextStray: Rule<'migration-text-stray'> = {
  code: 'migration-text-stray',
  severity: 'warning',
  *check(context) {
    for (const { entry, migration } of migrationsIn(context)) {
      const steps = migration.scenarios.flatMap(({ id, steps }) => steps.map((step) => `${id}.${step.id}`));
      for (const [name, texts] of entry.texts) {
        if (steps.includes(name)) continue;
        for (const { file } of texts)
          yield { place: startOf(file), args: { name, nearest: nearestName(name, steps) ?? '' } };
      }
    }
  },
};
