import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { equals } from '../../runtime/operators.ts';
import type { Session } from '../../runtime/session.ts';
import { isNumber, type Value } from '../../runtime/value.ts';
import { EVERYWHERE, sizeArgument } from '../define.ts';

/** `Массив`. Indexes from 0; outside of them the platform raises an error. */
export class BslArray extends NativeObject {
  readonly items: Value[];

  constructor(items: Value[] = []) {
    super();
    this.items = items;
  }

  get type(): BslType {
    return ARRAY;
  }

  override getIndex(index: Value): Value {
    return this.items[positionIn(this.items, index)];
  }

  override setIndex(index: Value, value: Value): void {
    this.items[positionIn(this.items, index)] = value;
  }

  /** The platform walks the living array: what is added during the walk is visited. */
  override *iterate(_session: Session): Generator<Value> {
    for (let index = 0; index < this.items.length; index += 1) yield this.items[index];
  }

  override isFilled(): boolean {
    return this.items.length > 0;
  }

  override copyAcross(carry: (value: Value) => Value): Value {
    return new BslArray(this.items.map(carry));
  }
}

/** A whole number within a list, or the error of the platform. */
export function positionIn(items: readonly unknown[], index: Value): number {
  if (!isNumber(index)) throw new BslException(MESSAGES.wrongType(1));
  const position = typeof index === 'bigint' ? Number(index) : NaN;
  if (!(position >= 0 && position < items.length)) throw new BslException(MESSAGES.indexOutside);
  return position;
}

function insert({ items }: BslArray, args: readonly Value[]): undefined {
  const position = sizeArgument(args, 0);
  if (position < 0 || position > items.length) throw new BslException(MESSAGES.indexOutside);
  items.splice(position, 0, args[1]);
}

function find({ items }: BslArray, sought: Value): Value {
  const position = items.findIndex((item) => equals(item, sought));
  return position < 0 ? undefined : BigInt(position);
}

/** `Новый Массив(3)` or, for several dimensions, arrays inside arrays. */
function sized(sizes: readonly number[]): BslArray {
  const [size = 0, ...rest] = sizes;
  return new BslArray(Array.from({ length: size }, () => (rest.length > 0 ? sized(rest) : undefined)));
}

/** Type of {@link BslArray}. */
export const ARRAY: BslType = defineType(BslArray, {
  name: 'Массив|Array',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([0, 10], (_, args) =>
    args[0] instanceof BslArray
      ? new BslArray([...args[0].items])
      : sized(args.map((_size, index) => sizeArgument(args, index))),
  ),
  methods: {
    'Добавить|Add': method([0, 1], ({ items }, [value]) => void items.push(value)),
    'Вставить|Insert': method([1, 2], insert),
    'Удалить|Delete': method([1, 1], ({ items }, [index]) => void items.splice(positionIn(items, index), 1)),
    'Очистить|Clear': method([0, 0], ({ items }) => void items.splice(0)),
    'Количество|Count': method([0, 0], ({ items }) => BigInt(items.length)),
    'ВГраница|UBound': method([0, 0], ({ items }) => BigInt(items.length - 1)),
    'Найти|Find': method([1, 1], (self, [value]) => find(self, value)),
    'Получить|Get': method([1, 1], ({ items }, [index]) => items[positionIn(items, index)]),
    'Установить|Set': method([2, 2], ({ items }, [index, value]) => {
      items[positionIn(items, index)] = value;
      return undefined;
    }),
  },
});
