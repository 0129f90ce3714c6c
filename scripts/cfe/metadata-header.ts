import { atomAt, isList, numberAt, quotedAt, type BraceList, type BraceNode } from './brace-node.ts';
import { CfeError } from './error.ts';
import type { LocalizedMap } from './facts.ts';
import { isGuid, NIL_GUID } from './guid.ts';
import { localizedMap } from './localized-map.ts';
import type { WarningLog } from './warning.ts';

/** State of a property that an adopted object controls. */
export interface ControlledProperty {
  readonly property: string;
  /** 0 not controlled, 2 recorded (checked), 3 changed by the extension. */
  readonly state: string;
}

/**
 * Header of a metadata object, the same for all kinds and platform versions:
 * `{V,{f,0,uuid},"Name",{synonym},"Comment",belonging,c,(property,state) x c,extended,…}`; version 0 ends behind the
 * comment.
 */
export interface MetadataHeader {
  readonly version: number;
  readonly uuid: string;
  readonly name: string;
  readonly synonym: LocalizedMap;
  readonly comment: string;
  readonly belonging: 'own' | 'adopted';
  readonly controlled: readonly ControlledProperty[];
  /** Object of the extended configuration; absent for own objects and for files never bound to one. */
  readonly extends?: string;
}

/** First item of the controlled properties. */
const CONTROLLED = 7;

/** Whether a list has the shape of a metadata header. */
export const isHeader = (list: BraceList): boolean =>
  isList(list[1]) &&
  list[1].length === 3 &&
  isGuid(atomAt(list, 1, 2)) &&
  quotedAt(list, 2) !== undefined &&
  isList(list[3]) &&
  quotedAt(list, 4) !== undefined;

/**
 * Headers inside a tree, outermost and first ones first. Where a header stands depends on kind and platform version;
 * its shape does not.
 */
export function* headersIn(tree: BraceNode | undefined): Generator<BraceList> {
  const pending: (BraceNode | undefined)[] = [tree];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!isList(node)) continue;
    if (isHeader(node)) yield node;
    for (let at = node.length - 1; at >= 0; at -= 1) pending.push(node[at]);
  }
}

/**
 * The same, parsed: for lists of which nobody knows that they are headers. What only looks like one is left out, by
 * the count that does not agree.
 */
export const parsedHeadersIn = (tree: BraceNode | undefined): readonly MetadataHeader[] =>
  [...headersIn(tree)].filter(isSound).map((header) => parseHeader(header));

/** Header of the object with this uuid, wherever it stands in the descriptor. */
export function findHeader(
  tree: BraceNode | undefined,
  uuid: string,
  log?: WarningLog,
): MetadataHeader | undefined {
  for (const list of headersIn(tree)) if (atomAt(list, 1, 2) === uuid) return parseHeader(list, log);
  return undefined;
}

/**
 * Parses a list that {@link isHeader} lets pass.
 *
 * @throws {CfeError} `count-disagrees`
 */
export function parseHeader(list: BraceList, log?: WarningLog): MetadataHeader {
  const count = controlledCount(list);
  if (!isSound(list)) {
    throw new CfeError('count-disagrees', {
      what: 'controlled properties',
      declared: count,
      found: list.length,
    });
  }
  const controlled = Array.from({ length: count }, (_, pair) => ({
    property: atomAt(list, CONTROLLED + 2 * pair),
    state: atomAt(list, CONTROLLED + 2 * pair + 1),
  }));
  const extended = atomAt(list, CONTROLLED + 2 * count);
  return {
    version: numberAt(list, 0) ?? -1,
    uuid: atomAt(list, 1, 2),
    name: quotedAt(list, 2) ?? '',
    synonym: localizedMap(list[3], log),
    comment: quotedAt(list, 4) ?? '',
    belonging: atomAt(list, 5) === '1' ? 'adopted' : 'own',
    controlled,
    ...(isGuid(extended) && extended !== NIL_GUID ? { extends: extended } : {}),
  };
}

const controlledCount = (list: BraceList): number => numberAt(list, 6) ?? 0;

const isSound = (list: BraceList): boolean => {
  const count = controlledCount(list);
  return count >= 0 && CONTROLLED + 2 * count <= Math.max(list.length, CONTROLLED);
};
