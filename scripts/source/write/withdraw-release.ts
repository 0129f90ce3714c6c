import type { WrittenWithdrawal } from '../schema/release-schema.ts';
import { editManifest, linesOf, openManifest, withLinesAfter } from './edit-manifest.ts';
import { manifestNode } from './manifest-node.ts';

/**
 * The manifest of a release with its withdrawal, in place of an earlier one if there was; comments and layout of the
 * rest stay as they are. A text that is no manifest is refused (`manifest-unusable`).
 */
export function withdrawRelease(text: string, withdrawal: WrittenWithdrawal): string {
  const { fields } = openManifest(text);
  const withdrawn = manifestNode('release', withdrawal, ['withdrawn']);
  return editManifest(text, {
    expected: { ...fields, withdrawn: { ...withdrawal } },
    insert: () =>
      'withdrawn' in fields ? undefined : withLinesAfter(text, text.length, linesOf({ withdrawn }, 0, text)),
    rewrite: (document) => document.set('withdrawn', withdrawn),
  });
}
