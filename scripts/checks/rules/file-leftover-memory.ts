import type { Rule } from '../rule.ts';
import { extensionFilesIn } from '../scope.ts';

/**
 * The Designer saves pieces of its memory between the modules of a file: perhaps text of other projects, perhaps
 * passwords. How much there is, and never what: a report in a public log would be the second leak.
 */
export const fileLeftoverMemory: Rule<'file-leftover-memory'> = {
  code: 'file-leftover-memory',
  severity: 'warning',
  *check(context) {
    for (const { build, path, facts, placeOf } of extensionFilesIn(context)) {
      const { pieces, bytes } = facts.leftovers;
      if (pieces === 0 || build.leftovers !== undefined) continue;
      yield { place: placeOf('file'), args: { file: build.file, path, pieces, bytes } };
    }
  },
};
