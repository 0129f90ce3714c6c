import { defineType, method, NativeObject, type BslType } from '../../../runtime/object.ts';
import { PRIMITIVES, typeOf } from '../../../runtime/type-value.ts';
import { BslDate, isNumber, type Value } from '../../../runtime/value.ts';
import { SERVER } from '../../define.ts';
import { emptyReference, Reference } from './reference.ts';
import type { Column } from './tables.ts';

/** `Строка(10)` taken apart. */
const TEXT = /^строка(?:\((\d+)\))?$/i;

/** Value of a type when nothing was written: an empty reference, an empty text, zero. */
function standardOf(type: string): Value {
  if (TEXT.test(type)) return '';
  if (/^число/i.test(type)) return 0n;
  if (/^булево$/i.test(type)) return false;
  return /^дата$/i.test(type) ? new BslDate(0) : emptyReference(type);
}

function fits(value: Value, type: string): boolean {
  const text = TEXT.exec(type);
  if (text) return typeof value === 'string';
  if (/^число/i.test(type)) return isNumber(value);
  if (/^булево$/i.test(type)) return typeOf(value) === PRIMITIVES.boolean;
  if (/^дата$/i.test(type)) return value instanceof BslDate;
  return value instanceof Reference && value.table.toLowerCase() === type.toLowerCase();
}

/**
 * What a column keeps of a value: a text too long is cut, a value of another type gives way to the type's own empty
 * one, and no error says so. Fact: `ОписаниеТипов.ПривестиЗначение`, which assignments follow (documentation of the
 * platform, not verified on it).
 */
export function fitted(value: Value, { types }: Pick<Column, 'types'>): Value {
  const type = types.find((candidate) => fits(value, candidate));
  const [first = ''] = types;
  if (type === undefined) return types.length === 1 ? standardOf(first) : undefined;
  const length = Number(TEXT.exec(type)?.[1] ?? 0);
  return typeof value === 'string' && length > 0 ? value.slice(0, length) : value;
}

/** `ОписаниеТипов`, as far as columns need it. */
export class TypeDescriptionValue extends NativeObject {
  readonly column: Pick<Column, 'types'>;

  constructor(column: Pick<Column, 'types'>) {
    super();
    this.column = column;
  }

  get type(): BslType {
    return TYPE_DESCRIPTION;
  }
}

const TYPE_DESCRIPTION: BslType = defineType(TypeDescriptionValue, {
  name: 'ОписаниеТипов|TypeDescription',
  contexts: SERVER,
  methods: {
    'ПривестиЗначение|AdjustValue': method([0, 1], ({ column }, [value]) => fitted(value, column)),
  },
});
