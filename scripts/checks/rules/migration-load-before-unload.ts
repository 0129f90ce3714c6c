import { stepsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** There is nothing to load before it was unloaded. */
export const migrationLoadBeforeUnload: Rule<'migration-load-before-unload'> = {
  code: 'migration-load-before-unload',
  severity: 'error',
  *check(context) {
    for (const { manifest, scenario, step, earlier, path } of stepsIn(context)) {
      if (step.kind !== 'load') continue;
      const mapping = step.mapping ?? '';
      if (earlier.some((other) => other.kind === 'unload' && other.mapping === step.mapping)) continue;
      yield {
        place: manifest.placeOf(...path, 'kind'),
        args: { step: step.id, scenario: scenario.id, mapping },
      };
    }
  },
};
