import type { CfeWarningCode } from '../../cfe/index.ts';
import type { Rule } from '../rule.ts';
import { extensionFilesIn } from '../scope.ts';

/** Warnings that a rule of their own reports with a cure of its own. */
const REPORTED_ELSEWHERE: ReadonlySet<CfeWarningCode> = new Set<CfeWarningCode>([
  'integrity-mismatch',
  'integrity-unlisted',
  'integrity-missing',
  'leftover-memory',
  'writer-newer-than-mode',
]);

/** Whatever else the reader of 1C files found odd about a file that can be read all the same. */
export const fileOdd: Rule<'file-odd'> = {
  code: 'file-odd',
  severity: 'warning',
  *check(context) {
    for (const { build, facts, placeOf } of extensionFilesIn(context)) {
      for (const { code, args } of facts.warnings) {
        if (REPORTED_ELSEWHERE.has(code)) continue;
        yield { place: placeOf('file'), args: { ...args, file: build.file, reason: code } };
      }
    }
  },
};
