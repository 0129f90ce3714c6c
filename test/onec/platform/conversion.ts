import { dateOfMoment, momentOf } from '../runtime/date.ts';
import { Decimal, parseNumber, plainDigits } from '../runtime/decimal.ts';
import { BslObject } from '../runtime/object.ts';
import { BslDate, type Value } from '../runtime/value.ts';
import { BslArray } from './collections/array.ts';
import { BslMap } from './collections/map.ts';
import { Structure } from './collections/structure.ts';

/**
 * Values as tests write and read them. Whole numbers come out as `bigint`; a fraction comes out as
 * `{ digits: '0.5' }`; objects without a counterpart stay {@link BslObject}.
 */
export type JsValue =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | BslObject
  | readonly JsValue[]
  | ReadonlyMap<JsValue, JsValue>
  | { readonly [key: string]: JsValue };

const isMap = (value: JsValue): value is ReadonlyMap<JsValue, JsValue> => value instanceof Map;
const isList = (value: JsValue): value is readonly JsValue[] => Array.isArray(value);

/** A value of the language out of one of a test. */
export function toBsl(value: JsValue): Value {
  if (value === undefined || value === null || typeof value !== 'object') {
    return typeof value === 'number' ? parseNumber(String(value)) : value;
  }
  if (value instanceof BslObject) return value;
  if (value instanceof Date) return dateOfMoment(value);
  if (isList(value)) return new BslArray(value.map(toBsl));
  if (isMap(value)) {
    const map = new BslMap();
    for (const [key, item] of value) map.insert(toBsl(key), toBsl(item));
    return map;
  }
  const structure = new Structure();
  for (const [key, item] of Object.entries<JsValue>(value)) structure.insert(key, toBsl(item));
  return structure;
}

/** A value for a test out of one of the language. */
export function toJs(value: Value): JsValue {
  if (value instanceof Decimal) return { digits: plainDigits(value) };
  if (value instanceof BslDate) return momentOf(value);
  if (value instanceof BslArray) return value.items.map(toJs);
  if (value instanceof BslMap) {
    return new Map([...value.entries.values()].map((entry) => [toJs(entry.key), toJs(entry.value)]));
  }
  if (value instanceof Structure) {
    return Object.fromEntries([...value.fields.values()].map((field) => [field.key, toJs(field.value)]));
  }
  return value;
}
