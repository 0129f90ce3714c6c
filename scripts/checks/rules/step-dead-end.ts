import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';
import { barriersOf } from '../update-paths.ts';

/** Versions that a sentence has room for. */
const SHOWN = 5;

/** `updateFrom` sends some older installations through an earlier release that does not exist: they are stuck. */
export const stepDeadEnd: Rule<'step-dead-end'> = {
  code: 'step-dead-end',
  severity: 'error',
  *check(context) {
    const { channels } = context.tree.publisher.value;
    for (const { releases } of extensionsIn(context)) {
      for (const { entry, older, stranded } of barriersOf(releases, channels)) {
        if (stranded.length === older.length) continue;
        const { version, updateFrom } = entry.manifest.value;
        const versions = stranded.slice(0, SHOWN).map(({ text }) => text);
        const args = {
          version: version.text,
          range: updateFrom?.text ?? '',
          versions,
          count: stranded.length,
        };
        yield { place: entry.manifest.placeOf('updateFrom'), args };
      }
    }
  },
};
