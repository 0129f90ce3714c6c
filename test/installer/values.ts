import type { JsValue } from '../onec/index.ts';

/** Members of a `Структура` that a module returned. */
export type Members = Readonly<Record<string, JsValue>>;

const isMap = (value: JsValue): value is ReadonlyMap<JsValue, JsValue> => value instanceof Map;
const isList = (value: JsValue): value is readonly JsValue[] => Array.isArray(value);
const isMembers = (value: JsValue): value is Members =>
  typeof value === 'object' && value !== null && !isList(value) && !isMap(value);

/** Members of a `Структура`; none of anything else. */
export const membersOf = (value: JsValue): Members => (isMembers(value) ? value : {});

/** Elements of a `Массив`; none of anything else. */
export const listOf = (value: JsValue): readonly JsValue[] => (isList(value) ? value : []);

/** A member of a document, however deep. */
export const onWire = (value: JsValue, ...path: readonly string[]): JsValue =>
  path.reduce<JsValue>((at, name) => (isMap(at) ? at.get(name) : undefined), value);

/** A text; empty for anything else. */
export const textOf = (value: JsValue): string => (typeof value === 'string' ? value : '');
