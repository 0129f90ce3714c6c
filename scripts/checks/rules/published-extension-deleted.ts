import { startOf } from '../../model/problem.ts';
import type { Rule } from '../rule.ts';

/** Infobases have it and go on asking for it: a withdrawal tells them why, an extension that vanished does not. */
export const publishedExtensionDeleted: Rule<'published-extension-deleted'> = {
  code: 'published-extension-deleted',
  severity: 'error',
  *check({ tree, previous, only }) {
    const kept = new Set(tree.extensions.map(({ id }) => id));
    for (const { id, manifest } of previous?.extensions ?? []) {
      if (kept.has(id) || (only && !only.has(id))) continue;
      yield { place: startOf(manifest.file), args: { id } };
    }
  },
};
