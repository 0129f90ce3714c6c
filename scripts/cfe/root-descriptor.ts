import { atomAt, isList, listAt, numberAt, type BraceList, type BraceNode } from './brace-node.ts';
import { CfeError } from './error.ts';
import { isGuid } from './guid.ts';
import { MAX_OBJECTS } from './limits.ts';

/** GUID of the group that holds the properties of an extension or configuration; it comes first. */
export const CONFIGURATION_CLASS = '9cd510cd-abfc-11d4-9434-004095e12fc7';

/** Top-level objects of one kind. */
export interface Family {
  readonly guid: string;
  readonly uuids: readonly string[];
}

/** Root descriptor of an extension or configuration. */
export interface RootDescriptor {
  /** The properties tuple; its members keep their places in all platform versions. */
  readonly properties: BraceList;
  readonly families: readonly Family[];
}

/**
 * Takes a root descriptor apart: `{2,{uuid},G,group x G,…}`, each group `{guid, body}`, the families `{kind, n,
 * uuid x n}` at the end of the body.
 *
 * @throws {CfeError} `root-malformed`, `count-disagrees`, `too-many-objects`
 */
export function readRootDescriptor(root: BraceNode | undefined): RootDescriptor {
  const properties = listAt(root, 3, 1, 1);
  if (properties.length < FEWEST_PROPERTIES)
    throw new CfeError('root-malformed', { members: properties.length });
  const count = numberAt(root, 2) ?? 0;
  const groups = listAt(root).slice(3, 3 + count);
  if (count < 1 || groups.length < count) {
    throw new CfeError('count-disagrees', { what: 'groups', declared: count, found: groups.length });
  }
  const families = groups.flatMap((group) => familiesOf(group));
  const objects = families.reduce((sum, { uuids }) => sum + uuids.length, 0);
  if (objects > MAX_OBJECTS) throw new CfeError('too-many-objects', { count: objects, limit: MAX_OBJECTS });
  return { properties, families };
}

/** Members up to the compatibility mode, which even configurations of 8.2 have. */
const FEWEST_PROPERTIES = 16;

/** The families end the body, their number in front; one level deeper where the body begins with 6. */
function familiesOf(group: BraceNode): readonly Family[] {
  const body = listAt(group, 1);
  const inner = atomAt(body, 0) === '6' ? listAt(body, 1) : body;
  const first = inner.findIndex(isFamily);
  if (first < 0) return [];
  const declared = numberAt(inner, first - 1);
  const families = inner.slice(first).filter(isFamily);
  if (declared !== families.length) {
    throw new CfeError('count-disagrees', {
      what: 'families',
      declared: declared ?? -1,
      found: families.length,
    });
  }
  return families.map(readFamily);
}

const isFamily = (node: BraceNode): node is BraceList => isList(node) && isGuid(atomAt(node, 0));

function readFamily(family: BraceList): Family {
  const guid = atomAt(family, 0);
  const declared = numberAt(family, 1) ?? 0;
  const uuids = family.slice(2).filter((item): item is string => typeof item === 'string' && isGuid(item));
  if (declared !== uuids.length || declared !== family.length - 2) {
    throw new CfeError('count-disagrees', { what: `family ${guid}`, declared, found: uuids.length });
  }
  return { guid, uuids };
}
