import type { MdastNode } from 'satteri';

/** A node of notes and how many ancestors it has. */
export interface Visit {
  readonly node: MdastNode;
  readonly depth: number;
}

/** All nodes in the order of the text, without recursion: hostile notes nest tens of thousands deep. */
export function* walk(root: MdastNode): Generator<Visit> {
  const open: Visit[] = [{ node: root, depth: 0 }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    yield visit;
    if (!('children' in visit.node)) continue;
    const depth = visit.depth + 1;
    open.push(...visit.node.children.map((node) => ({ node, depth })).reverse());
  }
}
