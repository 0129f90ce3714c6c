import { BslObject, NativeObject, type BslType } from './object.ts';
import { BslDate, isNumber, type Value } from './value.ts';

/** A type of the language that has no objects: a primitive. */
const primitive = (name: string, englishName: string, presentation = name): BslType => ({
  name,
  englishName,
  presentation,
  contexts: ['server', 'thinClient', 'webClient'],
  since: undefined,
  canCrossBorder: true,
  methods: new Map(),
  properties: new Map(),
  construct: undefined,
});

/** Types of the primitive values. */
export const PRIMITIVES = {
  undefined: primitive('Неопределено', 'Undefined'),
  null: primitive('Null', 'Null'),
  boolean: primitive('Булево', 'Boolean'),
  number: primitive('Число', 'Number'),
  string: primitive('Строка', 'String'),
  date: primitive('Дата', 'Date'),
  type: primitive('Тип', 'Type'),
} as const;

/** A value of type `Тип`. */
export class TypeValue extends NativeObject {
  readonly of: BslType;

  constructor(of: BslType) {
    super();
    this.of = of;
  }

  get type(): BslType {
    return PRIMITIVES.type;
  }

  override present(): string {
    return this.of.presentation;
  }

  override equalityKey(): string {
    return this.of.name;
  }
}

/** `ТипЗнч(Значение)`. */
export function typeOf(value: Value): BslType {
  if (value instanceof BslObject) return value.type;
  if (value === undefined) return PRIMITIVES.undefined;
  if (value === null) return PRIMITIVES.null;
  if (typeof value === 'boolean') return PRIMITIVES.boolean;
  if (typeof value === 'string') return PRIMITIVES.string;
  return value instanceof BslDate ? PRIMITIVES.date : numberType(value);
}

const numberType = (value: Value): BslType => (isNumber(value) ? PRIMITIVES.number : PRIMITIVES.undefined);
