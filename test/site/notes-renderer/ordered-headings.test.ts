import { expect, test } from 'vitest';
import type { NoteNode } from '../../../site/notes-renderer/note-node.ts';
import { orderedHeadings } from '../../../site/notes-renderer/ordered-headings.ts';

const heading = (depth: number): NoteNode => ({ kind: 'heading', depth, children: [] });

const depths = (nodes: readonly NoteNode[]): readonly number[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'heading') return [node.depth];
    if ('items' in node) return node.items.flatMap(({ children }) => depths(children));
    return 'children' in node ? depths(node.children) : [];
  });

test.each<[readonly number[], readonly number[], string]>([
  [[2], [3], 'begins with the second'],
  [[1, 2, 1], [3, 4, 3], 'is in order'],
  [[1, 4, 2], [3, 4, 4], 'leaves steps out'],
  [[3, 2], [3, 3], 'begins deeper than it goes on'],
  [[1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 6, 6], 'goes deeper than HTML'],
  [[], [], 'has none'],
])('%j becomes %j: the text %s', (written, drawn) => {
  expect(depths(orderedHeadings(written.map(heading), 3))).toEqual(drawn);
});

test('headings inside folded parts and lists count', () => {
  const nodes: readonly NoteNode[] = [
    { kind: 'details', summary: '', children: [heading(2)] },
    { kind: 'list', items: [{ children: [heading(4)] }] },
    { kind: 'text', text: 'a' },
  ];
  expect(depths(orderedHeadings(nodes, 2))).toEqual([2, 3]);
});
