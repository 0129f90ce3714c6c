import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { compare, equals } from '../../runtime/operators.ts';
import { present } from '../../runtime/presentation.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, flagArgument, optionalText } from '../define.ts';
import { BslArray, positionIn } from './array.ts';

/** `СписокЗначений`. */
export class ValueList extends NativeObject {
  readonly items: ListItem[] = [];

  get type(): BslType {
    return VALUE_LIST;
  }

  override getIndex(index: Value): Value {
    return this.items[positionIn(this.items, index)];
  }

  override *iterate(_session: Session): Generator<Value> {
    for (let index = 0; index < this.items.length; index += 1) yield this.items[index];
  }

  override isFilled(): boolean {
    return this.items.length > 0;
  }

  override copyAcross(carry: (value: Value) => Value): Value {
    const copy = new ValueList();
    for (const { value, presentation, mark } of this.items)
      copy.items.push(new ListItem(carry(value), presentation, mark));
    return copy;
  }
}

/** `ЭлементСпискаЗначений`. */
class ListItem extends NativeObject {
  value: Value;
  presentation: string;
  mark: boolean;

  constructor(value: Value, presentation: string, mark: boolean) {
    super();
    this.value = value;
    this.presentation = presentation;
    this.mark = mark;
  }

  get type(): BslType {
    return LIST_ITEM;
  }

  override present(): string {
    return this.presentation || present(this.value);
  }
}

const LIST_ITEM: BslType = defineType(ListItem, {
  name: 'ЭлементСпискаЗначений|ValueListItem',
  contexts: EVERYWHERE,
  properties: {
    'Значение|Value': {
      get: ({ value }) => value,
      set: (self, value) => {
        self.value = value;
      },
    },
    'Представление|Presentation': {
      get: ({ presentation }) => presentation,
      set: (self, value) => {
        self.presentation = present(value);
      },
    },
    'Пометка|Check': {
      get: ({ mark }) => mark,
      set: (self, value) => {
        self.mark = flagArgument([value], 0);
      },
    },
  },
});

function add({ items }: ValueList, args: readonly Value[]): ListItem {
  const item = new ListItem(args[0], optionalText(args, 1), flagArgument(args, 2));
  items.push(item);
  return item;
}

/** Type of {@link ValueList}. */
export const VALUE_LIST: BslType = defineType(ValueList, {
  name: 'СписокЗначений|ValueList',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  construct: method([0, 0], () => new ValueList()),
  methods: {
    'Добавить|Add': method([0, 4], add),
    'Количество|Count': method([0, 0], ({ items }) => BigInt(items.length)),
    'Получить|Get': method([1, 1], (self, [index]) => self.getIndex(index)),
    'НайтиПоЗначению|FindByValue': method([1, 1], ({ items }, [sought]) =>
      items.find(({ value }) => equals(value, sought)),
    ),
    'ВыгрузитьЗначения|UnloadValues': method(
      [0, 0],
      ({ items }) => new BslArray(items.map(({ value }) => value)),
    ),
    'Очистить|Clear': method([0, 0], ({ items }) => {
      items.length = 0;
      return undefined;
    }),
    'СортироватьПоЗначению|SortByValue': method([0, 1], ({ items }) => {
      items.sort((left, right) => compare(left.value, right.value));
      return undefined;
    }),
  },
});
