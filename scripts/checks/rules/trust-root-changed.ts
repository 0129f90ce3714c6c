import { startOf } from '../../model/problem.ts';
import type { Rule } from '../rule.ts';

/** Clients climb from the root they carry to the newest one, each step signed: no root may change or vanish. */
export const trustRootChanged: Rule<'trust-root-changed'> = {
  code: 'trust-root-changed',
  severity: 'error',
  *check({ roots }) {
    if (roots === undefined) return;
    for (const [file, sha256] of roots.before) {
      const now = roots.now.get(file);
      if (now === sha256) continue;
      yield { place: startOf(file), args: { file, how: now === undefined ? 'deleted' : 'changed' } };
    }
  },
};
