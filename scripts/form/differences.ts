import { isList, type BraceNode } from '../cfe/brace-node.ts';

/** A place where two records differ: indexes from the root. */
export type RecordPlace = readonly number[];

/** Differences that are counted; a pair of forms that have nothing in common has no more use for the number. */
const MAX_DIFFERENCES = 10_000;

/**
 * Places where two records differ. A list of another length is one difference more, and what both lists have is
 * compared all the same.
 */
export function differencesOf(left: BraceNode, right: BraceNode): readonly RecordPlace[] {
  const found: RecordPlace[] = [];
  const waiting: (readonly [BraceNode, BraceNode, RecordPlace])[] = [[left, right, []]];
  for (let next = waiting.pop(); next !== undefined && found.length < MAX_DIFFERENCES; next = waiting.pop()) {
    const [a, b, place] = next;
    if (isList(a) && isList(b)) {
      if (a.length !== b.length) found.push(place);
      const shared = Math.min(a.length, b.length);
      for (let index = shared - 1; index >= 0; index -= 1)
        waiting.push([a[index] ?? '', b[index] ?? '', [...place, index]]);
    } else if (!isSame(a, b)) found.push(place);
  }
  return found;
}

function isSame(a: BraceNode, b: BraceNode): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return !isList(a) && !isList(b) && a.quoted === b.quoted;
}
