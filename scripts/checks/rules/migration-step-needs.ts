import { stepsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** A step can only need steps that are done before it: a walk would stop there for ever. */
export const migrationStepNeeds: Rule<'migration-step-needs'> = {
  code: 'migration-step-needs',
  severity: 'error',
  *check(context) {
    for (const { manifest, scenario, step, earlier, path } of stepsIn(context)) {
      for (const [index, needed] of step.needs.entries()) {
        if (earlier.some(({ id }) => id === needed)) continue;
        const isLater = scenario.steps.some(({ id }) => id === needed);
        const args = {
          step: step.id,
          needed,
          later: isLater ? 'yes' : '',
          earlier: earlier.map(({ id }) => id),
        };
        yield { place: manifest.placeOf(...path, 'needs', index), args };
      }
    }
  },
};
