import { isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import type { WrittenBuild } from '../schema/build-schema.ts';
import { SourceError } from '../source-error.ts';
import { editManifest, linesOf, openManifest, withLinesAfter } from './edit-manifest.ts';
import { manifestNode } from './manifest-node.ts';

/**
 * The manifest with one more build at the end of `builds`; comments and layout of the rest stay as they are. A text
 * that is no release manifest is refused (`manifest-unusable`).
 */
export function extendReleaseManifest(text: string, build: WrittenBuild): string {
  const { source, fields } = openManifest(text);
  const builds = source.document.get('builds', true);
  const before = fields['builds'];
  if (!isSeq<ParsedNode>(builds) || !Array.isArray(before))
    throw new SourceError('manifest-unusable', { file: '' });
  const node = manifestNode('release', build, ['builds', before.length]);
  return editManifest(text, {
    expected: { ...fields, builds: [...before, { ...build }] },
    insert: () => insertItem(text, builds, (indent) => linesOf([node], indent, text)),
    rewrite: (document) => document.addIn(['builds'], node),
  });
}

/** Puts an item after the last one, at the indent of the first; a list in one line has no place for it. */
function insertItem(
  text: string,
  list: YAMLSeq<ParsedNode>,
  render: (indent: number) => string,
): string | undefined {
  const [start] = list.range ?? [];
  const end = list.items.at(-1)?.range[1];
  if (list.flow === true || start === undefined || end === undefined) return undefined;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  return withLinesAfter(text, end, render(indent));
}
