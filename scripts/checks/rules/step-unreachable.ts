import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';
import { barriersOf } from '../update-paths.ts';

/** `updateFrom` lets in no older release at all, directly or by steps: nobody can update to this one. */
export const stepUnreachable: Rule<'step-unreachable'> = {
  code: 'step-unreachable',
  severity: 'error',
  *check(context) {
    const { channels } = context.tree.publisher.value;
    for (const { releases } of extensionsIn(context)) {
      for (const { entry, older, stranded } of barriersOf(releases, channels)) {
        if (stranded.length < older.length) continue;
        const { version, updateFrom } = entry.manifest.value;
        const newest = older.at(-1)?.text ?? '';
        const args = { version: version.text, range: updateFrom?.text ?? '', newest };
        yield { place: entry.manifest.placeOf('updateFrom'), args };
      }
    }
  },
};
