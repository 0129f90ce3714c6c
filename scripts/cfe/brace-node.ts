/**
 * A value of brace («скобочный») text. Atoms (numbers, GUIDs, base64) are plain strings, quoted strings are objects:
 * `"0"` and `0` differ.
 */
export type BraceNode = string | BraceString | BraceList;

/** A quoted string, unescaped. */
export interface BraceString {
  readonly quoted: string;
}

/** A list in braces; an empty place is an empty atom. */
export type BraceList = readonly BraceNode[];

/** Whether the node is a list. */
export const isList = (node: BraceNode | undefined): node is BraceList => Array.isArray(node);

/** The node at a path of indexes, `undefined` where there is none. */
export function nodeAt(node: BraceNode | undefined, ...path: readonly number[]): BraceNode | undefined {
  let current = node;
  for (const index of path) current = isList(current) ? current[index] : undefined;
  return current;
}

/** The list at a path, empty where there is none. */
export function listAt(node: BraceNode | undefined, ...path: readonly number[]): BraceList {
  const found = nodeAt(node, ...path);
  return isList(found) ? found : [];
}

/** The atom at a path; empty where there is none. */
export function atomAt(node: BraceNode | undefined, ...path: readonly number[]): string {
  const found = nodeAt(node, ...path);
  return typeof found === 'string' ? found : '';
}

/** The quoted string at a path, `undefined` where something else stands there. */
export function quotedAt(node: BraceNode | undefined, ...path: readonly number[]): string | undefined {
  const found = nodeAt(node, ...path);
  return typeof found === 'object' && 'quoted' in found ? found.quoted : undefined;
}

/** Number of an atom of decimal digits; `undefined` for anything else. */
export function numberAt(node: BraceNode | undefined, ...path: readonly number[]): number | undefined {
  const atom = atomAt(node, ...path);
  return /^-?\d{1,15}$/.test(atom) ? Number(atom) : undefined;
}
