import type { Field } from './field.ts';
import type { Key, Role } from './metadata.ts';

/** Keys by their identifier. A key without a text as `public` is of a kind that we do not know, and left out. */
export function parseKeys(field: Field): ReadonlyMap<string, Key> {
  const keys = field.entries().map(([keyid, key]) => [keyid, parseKey(key)] as const);
  return new Map(keys.flatMap(([keyid, key]) => (key === undefined ? [] : [[keyid, key]])));
}

/** Whose signatures a role needs. Keys that are named but not listed are legal and count nothing. */
export function parseRole(field: Field): Role {
  const keyids = field.member('keyids');
  const role = {
    keyids: keyids.items().map((keyid) => keyid.text()),
    threshold: field.member('threshold').integer(1),
  };
  if (new Set(role.keyids).size !== role.keyids.length) throw keyids.refuse('distinct keyids');
  return role;
}

function parseKey(field: Field): Key | undefined {
  const key = { keytype: field.member('keytype').text(), scheme: field.member('scheme').text() };
  const publicText = field.member('keyval').optional('public')?.raw();
  return typeof publicText === 'string' ? { ...key, keyval: { public: publicText } } : undefined;
}
