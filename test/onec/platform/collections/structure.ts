import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { BslObject, defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, objectArgument, textArgument } from '../define.ts';
import { KeyAndValue } from './key-and-value.ts';

const KEY = /^[A-Za-zА-Яа-яЁё_][A-Za-zА-Яа-яЁё_0-9]*$/;

/** `Структура`: keys are identifiers without case, in the order of insertion. */
export class Structure extends NativeObject {
  readonly fields = new Map<string, { readonly key: string; value: Value }>();

  get type(): BslType {
    return STRUCTURE;
  }

  /** Whether keys and values can change: not in ФиксированнаяСтруктура. */
  get isFixed(): boolean {
    return this.type === FIXED_STRUCTURE;
  }

  /** Adds or replaces; a key that is no identifier is refused. */
  insert(key: string, value: Value): void {
    if (!KEY.test(key)) throw new BslException(`Задано неправильное имя атрибута структуры '${key}'`);
    const lower = key.toLowerCase();
    this.fields.set(lower, { key: this.fields.get(lower)?.key ?? key, value });
  }

  /** Value under a key; the doubles read structures with it. */
  value(key: string): Value {
    return this.fields.get(key.toLowerCase())?.value;
  }

  override getField(name: string): Value {
    const field = this.fields.get(name.toLowerCase());
    if (!field) throw new BslException(MESSAGES.noField(name));
    return field.value;
  }

  override setField(name: string, value: Value): void {
    const field = this.fields.get(name.toLowerCase());
    if (!field) throw new BslException(MESSAGES.noField(name));
    if (this.isFixed) throw new BslException(MESSAGES.fieldReadOnly(name));
    field.value = value;
  }

  override fieldNames(): string[] {
    return [...this.fields.values()].map(({ key }) => key);
  }

  override getIndex(index: Value): Value {
    return this.getField(textArgument([index], 0));
  }

  override setIndex(index: Value, value: Value): void {
    this.setField(textArgument([index], 0), value);
  }

  override *iterate(_session: Session): Generator<Value> {
    for (const { key, value } of [...this.fields.values()]) yield new KeyAndValue(key, value);
  }

  override isFilled(): boolean {
    return this.fields.size > 0;
  }

  override copyAcross(carry: (value: Value) => Value): Value {
    const copy = this.isFixed ? new FixedStructure() : new Structure();
    for (const { key, value } of this.fields.values()) copy.insert(key, carry(value));
    return copy;
  }
}

/** `ФиксированнаяСтруктура`. */
export class FixedStructure extends Structure {
  override get type(): BslType {
    return FIXED_STRUCTURE;
  }
}

/** Fills from `"А, Б", 1, 2` or from another structure. */
function filled<T extends Structure>(structure: T, args: readonly Value[]): T {
  const [first] = args;
  if (first instanceof Structure) {
    for (const { key, value } of first.fields.values()) structure.insert(key, value);
    return structure;
  }
  if (first === undefined) return structure;
  const names = textArgument(args, 0).split(',');
  if (args.length - 1 > names.length) throw new BslException(MESSAGES.tooManyArguments);
  for (const [index, name] of names.entries()) structure.insert(name.trim(), args[index + 1]);
  return structure;
}

/** `Свойство(Ключ, Значение)`: the second parameter is an output. */
function property(self: Structure, args: Value[]): boolean {
  const field = self.fields.get(textArgument(args, 0).toLowerCase());
  if (args.length > 1) args[1] = field?.value;
  return field !== undefined;
}

const READ = {
  'Свойство|Property': method<Structure>([1, 2], property),
  'Количество|Count': method<Structure>([0, 0], ({ fields }) => BigInt(fields.size)),
} as const;

/** Type of {@link Structure}. */
export const STRUCTURE: BslType = defineType(Structure, {
  name: 'Структура|Structure',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([0, 100], (_, args) => filled(new Structure(), args)),
  methods: {
    ...READ,
    'Вставить|Insert': method([1, 2], (self, args) => {
      self.insert(textArgument(args, 0), args[1]);
      return undefined;
    }),
    'Удалить|Delete': method(
      [1, 1],
      ({ fields }, args) => void fields.delete(textArgument(args, 0).toLowerCase()),
    ),
    'Очистить|Clear': method([0, 0], ({ fields }) => {
      fields.clear();
      return undefined;
    }),
  },
});

/** Type of {@link FixedStructure}. */
export const FIXED_STRUCTURE: BslType = defineType(FixedStructure, {
  name: 'ФиксированнаяСтруктура|FixedStructure',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([0, 100], (_, args) => filled(new FixedStructure(), args)),
  methods: READ,
});

/** `ЗаполнитьЗначенияСвойств(Приемник, Источник, Список, Исключая)`. */
export function fillProperties(args: readonly Value[], session: Session): undefined {
  const target = objectArgument(args, 0, BslObject);
  const source = objectArgument(args, 1, BslObject);
  const listed = listOf(args[2]);
  const excluded = new Set(listOf(args[3])?.map((name) => name.toLowerCase()));
  const names = listed ?? source.fieldNames();
  for (const name of names.filter((candidate) => !excluded.has(candidate.toLowerCase()))) {
    // Names listed must exist on both sides; without a list only the shared ones are copied.
    if (!listed && !target.fieldNames().some((own) => own.toLowerCase() === name.toLowerCase())) continue;
    target.setField(name, source.getField(name, session), session);
  }
}

const listOf = (value: Value): string[] | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.split(',').map((name) => name.trim()) : undefined;
