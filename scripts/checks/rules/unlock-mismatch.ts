import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/**
 * A protected file that is sealed for no product opens for nobody, one whose inside is not pinned is installed unseen,
 * and seals of an open file mean nothing (`formats.md`, section 7).
 */
export const unlockMismatch: Rule<'unlock-mismatch'> = {
  code: 'unlock-mismatch',
  severity: 'error',
  *check(context) {
    for (const { build, placeOf } of buildsIn(context)) {
      const isProtected = build.file.endsWith('.cfe.zip');
      for (const field of ['clear', 'unlock'] as const) {
        if (isProtected === (build[field] !== undefined)) continue;
        const place = placeOf(isProtected ? 'file' : field);
        yield { place, args: { file: build.file, field, state: isProtected ? 'missing' : 'needless' } };
      }
    }
  },
};
