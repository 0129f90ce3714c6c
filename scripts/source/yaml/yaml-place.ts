import { isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import type { Place } from '../../model/problem.ts';
import type { PathStep } from '../../model/release-tree.ts';
import { placeOfSpan, type YamlSource } from './yaml-source.ts';

/** Fields that the model names otherwise than people do: the model's name, then the written one. */
const WRITTEN_AS: ReadonlyMap<PathStep, string> = new Map([
  ['title', 'synonym'],
  ['file', 'urls'],
]);

/** Where a value stands: its own node and, for a field of a mapping, the key before it. */
interface Spot {
  readonly node: ParsedNode | null;
  readonly key?: ParsedNode;
}

/**
 * Place of the value at `path`: the value itself, or its key when nothing is written after it; of the nearest
 * ancestor where the field is absent. An alias is the nearest ancestor of what it stands for.
 */
export function placeOfValue(source: YamlSource, path: readonly PathStep[]): Place {
  const { node, key } = spotOf(source, path);
  const shown = isEmpty(node) ? (key ?? node) : node;
  return placeOfNode(source, shown);
}

/** Place of the key of the last step, where it is the field of a mapping; otherwise of the value. */
export function placeOfKey(source: YamlSource, path: readonly PathStep[]): Place {
  const { node, key } = spotOf(source, path);
  return placeOfNode(source, key ?? node);
}

function placeOfNode(source: YamlSource, node: ParsedNode | null): Place {
  const [start, end] = node?.range ?? [0, 1];
  return placeOfSpan(source, start, end);
}

function spotOf(source: YamlSource, path: readonly PathStep[]): Spot {
  let spot: Spot = { node: source.document.contents };
  for (const step of path) {
    const next = stepInto(spot.node, step);
    if (next === undefined) return spot;
    spot = next;
  }
  return spot;
}

function stepInto(node: ParsedNode | null, step: PathStep): Spot | undefined {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? undefined : { node: item };
  }
  if (!isMap(node)) return undefined;
  const pair = pairOf(node.items, step) ?? pairOf(node.items, WRITTEN_AS.get(step));
  return pair && { node: pair.value, key: pair.key };
}

/** The last pair with the key, as the value was read. */
function pairOf(
  pairs: readonly Pair<ParsedNode, ParsedNode | null>[],
  key: PathStep | undefined,
): Pair<ParsedNode, ParsedNode | null> | undefined {
  return pairs.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** Nothing is written where the value should stand (`field:` and the end of the line). */
const isEmpty = (node: ParsedNode | null): boolean => node === null || node.range[0] === node.range[1];
