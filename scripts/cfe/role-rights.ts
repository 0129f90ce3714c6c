import { atomAt, listAt, type BraceNode } from './brace-node.ts';
import type { RoleRightsFacts } from './facts.ts';

/** Value of a right that is granted; −1 (or 2^32−1) is "not granted", 2 "as the configuration says". */
const GRANTED = '1';

/**
 * Counts what a role grants: `{10,{n,{{flag,object,…},{0,right,value,…}} x n},…}` in the element `<role uuid>.0`.
 */
export function readRoleRights(rights: BraceNode | undefined, role: string): RoleRightsFacts {
  const objects = listAt(rights, 1).slice(1);
  let granted = 0;
  for (const object of objects) {
    const values = listAt(object, 1);
    for (let at = 2; at < values.length; at += 2) if (atomAt(values, at) === GRANTED) granted += 1;
  }
  return { role, objects: objects.length, granted };
}
