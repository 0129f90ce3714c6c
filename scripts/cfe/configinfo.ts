import { atomAt, listAt, numberAt, quotedAt, type BraceNode } from './brace-node.ts';
import { CfeError } from './error.ts';
import type { StorageFacts } from './facts.ts';
import { isGuid } from './guid.ts';
import { storageFacts } from './storage.ts';

/** Name of the element that only extensions have. */
export const CONFIGINFO = 'configinfo';

/** A line of the integrity table. */
export interface ListedElement {
  readonly name: string;
  /** SHA-1 of the stored (deflated) bytes in base64. */
  readonly sha1: string;
}

/** Element `configinfo` of an extension. */
export interface ConfigInfo {
  readonly storage: StorageFacts;
  readonly rootUuid: string;
  readonly supportBlobBytes: number;
  readonly listed: readonly ListedElement[];
}

/**
 * Takes `configinfo` apart: `{0,{216,0,{80320,0}}}`, `{2,rootUuid,blob}`, `{n,"name",sha1,…}`.
 *
 * @throws {CfeError} `configinfo-malformed`, `count-disagrees`
 */
export function readConfigInfo(values: readonly BraceNode[]): ConfigInfo {
  const [version, root, table] = values;
  const rootUuid = atomAt(root, 1);
  if (!isGuid(rootUuid)) throw new CfeError('configinfo-malformed', { what: 'root' });
  const items = listAt(table).slice(1);
  const declared = numberAt(table, 0);
  if (declared === undefined) throw new CfeError('configinfo-malformed', { what: 'integrity table' });
  if (declared * 2 !== items.length) {
    throw new CfeError('count-disagrees', { what: 'integrity table', declared, found: items.length / 2 });
  }
  return {
    storage: storageFacts(listAt(version, 1)),
    rootUuid,
    supportBlobBytes: base64Bytes(atomAt(root, 2)),
    listed: pairs(items),
  };
}

function pairs(items: readonly BraceNode[]): readonly ListedElement[] {
  return Array.from({ length: items.length / 2 }, (_, pair) => ({
    name: quotedAt(items, 2 * pair) ?? atomAt(items, 2 * pair),
    sha1: withoutSpace(atomAt(items, 2 * pair + 1)),
  }));
}

/** Bytes that a base64 atom stands for, without decoding it. */
function base64Bytes(atom: string): number {
  const digits = withoutSpace(atom).replace(/=+$/, '');
  return Math.floor((digits.length * 3) / 4);
}

const withoutSpace = (atom: string): string => atom.replaceAll(/\s/g, '');
