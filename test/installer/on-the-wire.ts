import type { JsValue } from '../onec/index.ts';

/** A document as `ПрочитатьJSON` gives it to a module: objects are `Соответствие`, null is `Неопределено`. */
export function onTheWire(value: unknown): JsValue {
  if (Array.isArray(value)) return value.map(onTheWire);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, member]) => [key, onTheWire(member)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
