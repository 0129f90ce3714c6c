import { stepsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';

/** Removing a module takes its registers along: what was not unloaded before is lost. */
export const migrationUnloadAfterRemoval: Rule<'migration-unload-after-removal'> = {
  code: 'migration-unload-after-removal',
  severity: 'error',
  *check(context) {
    for (const { manifest, step, earlier, path } of stepsIn(context)) {
      if (step.kind !== 'unload') continue;
      const removal = earlier.find(({ kind, where }) => kind === 'remove-module' && where === step.where);
      if (removal === undefined) continue;
      yield { place: manifest.placeOf(...path, 'kind'), args: { step: step.id, removal: removal.id } };
    }
  },
};
