import type { JsValue } from '../onec/index.ts';
import { BslObject } from '../onec/runtime/object.ts';

const isStructure = (value: JsValue): value is { readonly [key: string]: JsValue } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  !(value instanceof Date) &&
  !(value instanceof BslObject);

const isList = (value: JsValue): value is readonly JsValue[] => Array.isArray(value);

/** A field of a Структура, or an element of a Массив; undefined when there is none. */
export function field(value: JsValue, ...path: readonly (string | number)[]): JsValue {
  return path.reduce<JsValue>((inner, step) => {
    if (typeof step === 'number') return isList(inner) ? inner[step] : undefined;
    return isStructure(inner) ? inner[step] : undefined;
  }, value);
}
