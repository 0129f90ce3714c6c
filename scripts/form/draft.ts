import type { BraceString } from '../cfe/brace-node.ts';
import { parseBraceText } from '../cfe/brace-text.ts';

/** A record that is being filled in: brace text whose lists may still be changed. */
export type Draft = string | BraceString | Draft[];

/** A list of it. */
export type DraftList = Draft[];

/** Parts that stand in many records. */
export const COLOR = '{3,4,{0}}';
export const FONT = '{7,3,0,1,100}';
export const PICTURE = '{4,0,{0},"",-1,-1,1,0,""}';
export const BORDER = '{3,0,{0},0,1,0,48312c09-257f-4b29-b280-284dd89efc1e}';
export const ALWAYS = '{0,{0,{"B",1},0}}';
export const ITEM_CLASS = '02023637-7868-4a5f-8576-835a76e0c9ba';
export const COMMAND_CLASS = '409b9a53-7f7e-4178-86c1-33176c7c7a7a';
export const NIL = '00000000-0000-0000-0000-000000000000';

/** A fresh record of a template of ours. */
export function draft(template: string): DraftList {
  const value = parseBraceText(template).values[0];
  if (!Array.isArray(value)) throw new TypeError('a template is one list');
  return value as DraftList;
}

/** A quoted text. */
export const quoted = (text: string): BraceString => ({ quoted: text });

/** Puts a value to a place of a record that is there already. */
export function put(record: DraftList, path: readonly number[], value: Draft): void {
  let list = record;
  for (const index of path.slice(0, -1)) {
    const next = list[index];
    if (!Array.isArray(next)) throw new RangeError(`no list at ${path.join('/')}`);
    list = next;
  }
  const last = path.at(-1) ?? -1;
  if (list[last] === undefined) throw new RangeError(`nothing at ${path.join('/')}`);
  list[last] = value;
}
