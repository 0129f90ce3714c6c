import { NUMERIC_FIELDS, type YamlValue } from './yaml-values.ts';

/** Says that a text is not plain: the library has to read it. Caught in this room. */
export class NotPlain extends Error {}

/** Characters that mean themselves wherever a scalar without quotes may stand. */
const BARE =
  /^[\p{L}\p{Nd}~^](?:(?:[\p{L}\p{Nd} .,;!?~^/|<>=@+_()«»–—-]|:(?=[\p{L}\p{Nd}/]))*[\p{L}\p{Nd}.!?/+_()»-])?$/u;
const QUOTED = /^"([^"\\\p{C}\p{Zl}\p{Zp}]*)"$/u;
const ITEM = /^("[^"]*"|[^",]+)(?:, ?|$)/;
const PAIR = /^([A-Za-z]\w*): ("[^"]*"|[^",]+)(?:, ?|$)/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;

/** Texts that YAML reads as something else, in the only spelling that is plain; `True` and `~` are left to the library. */
const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const ANY_WORD = /^(?:~|true|false|null)$/i;

/** The value of what follows a colon: a scalar, or a list or mapping of scalars in one line. */
export function plainValue(text: string, field: string): YamlValue {
  const inside = text.slice(1, -1).replace(/^ +| +$/g, '');
  if (text.startsWith('{') && text.endsWith('}')) return pairsIn(inside);
  if (text.startsWith('[') && text.endsWith(']')) return itemsIn(inside, field);
  return scalar(text, field);
}

function scalar(text: string, field: string): YamlValue {
  const quoted = QUOTED.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  if (ANY_WORD.test(text)) return word(text);
  if (!BARE.test(text)) throw new NotPlain();
  return NUMERIC_FIELDS.has(field) && INTEGER.test(text) ? Number(text) : text;
}

function word(text: string): boolean | null {
  const value = WORDS.get(text);
  if (value === undefined) throw new NotPlain();
  return value;
}

function itemsIn(inside: string, field: string): YamlValue[] {
  const items: YamlValue[] = [];
  for (let rest = inside; rest !== '';) {
    const [whole, item] = ITEM.exec(rest) ?? [];
    if (whole === undefined || item === undefined) throw new NotPlain();
    items.push(scalar(item, field));
    rest = rest.slice(whole.length);
  }
  return items;
}

function pairsIn(inside: string): YamlValue {
  const pairs = new Map<string, YamlValue>();
  for (let rest = inside; rest !== '';) {
    const [whole, field, value] = PAIR.exec(rest) ?? [];
    if (whole === undefined || field === undefined || value === undefined || pairs.has(field))
      throw new NotPlain();
    pairs.set(plainField(field), scalar(value, field));
    rest = rest.slice(whole.length);
  }
  return Object.fromEntries(pairs);
}

/** A field whose name YAML would not read as text is no plain field. */
export function plainField(field: string): string {
  if (ANY_WORD.test(field)) throw new NotPlain();
  return field;
}
