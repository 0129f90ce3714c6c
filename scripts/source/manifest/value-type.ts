/** Kinds of values as a person who writes YAML would call them. */
export type ValueType = 'text' | 'integer' | 'boolean' | 'list' | 'mapping' | 'null';

/** The type of a value that was read. */
export function valueTypeOf(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'mapping';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'integer';
}

const ZOD_TYPES: ReadonlyMap<string, ValueType> = new Map([
  ['string', 'text'],
  ['number', 'integer'],
  ['int', 'integer'],
  ['boolean', 'boolean'],
  ['array', 'list'],
  ['object', 'mapping'],
  ['record', 'mapping'],
  ['null', 'null'],
]);

/** The type that a schema issue (`invalid_type`) expected. */
export const expectedType = (zodType: string): ValueType => ZOD_TYPES.get(zodType) ?? 'text';
