import type { Rule } from '../rule.ts';
import { extensionFilesIn } from '../scope.ts';

/** Names of elements that a sentence has room for. */
const SHOWN = 5;

/**
 * The platform keeps a table of SHA-1 of all elements in the file. Every real file agrees with it; one that does not
 * was damaged or changed by a tool that forgot the table.
 */
export const fileIntegrity: Rule<'file-integrity'> = {
  code: 'file-integrity',
  severity: 'warning',
  *check(context) {
    for (const { build, facts, placeOf } of extensionFilesIn(context)) {
      const { mismatches, unlisted, missing } = facts.integrity;
      const elements = [...mismatches, ...unlisted, ...missing];
      if (elements.length === 0) continue;
      const args = { file: build.file, count: elements.length, elements: elements.slice(0, SHOWN) };
      yield { place: placeOf('file'), args };
    }
  },
};
