import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { compare, equals } from '../../runtime/operators.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { objectArgument, optionalText, SERVER, textArgument } from '../define.ts';
import { BslArray, positionIn } from './array.ts';
import { Structure } from './structure.ts';

/** `ТаблицаЗначений`: server only; does not cross the border. */
export class ValueTable extends NativeObject {
  readonly columns: string[] = [];
  rows: TableRow[] = [];

  get type(): BslType {
    return VALUE_TABLE;
  }

  /** A row that belongs here but is not in the table yet. */
  newRow(): TableRow {
    return new TableRow(this);
  }

  override getField(name: string, session: Session): Value {
    if (/^(колонки|columns)$/i.test(name)) return new TableColumns(this);
    return super.getField(name, session);
  }

  override getIndex(index: Value): Value {
    return this.rows[positionIn(this.rows, index)];
  }

  override *iterate(_session: Session): Generator<Value> {
    for (let index = 0; index < this.rows.length; index += 1) yield this.rows[index];
  }

  override isFilled(): boolean {
    return this.rows.length > 0;
  }
}

/** `СтрокаТаблицыЗначений`. */
export class TableRow extends NativeObject {
  readonly table: ValueTable;
  readonly values = new Map<string, Value>();

  constructor(table: ValueTable) {
    super();
    this.table = table;
  }

  get type(): BslType {
    return TABLE_ROW;
  }

  override fieldNames(): string[] {
    return this.table.columns;
  }

  override getField(name: string): Value {
    this.#check(name);
    return this.values.get(name.toLowerCase());
  }

  override setField(name: string, value: Value): void {
    this.#check(name);
    this.values.set(name.toLowerCase(), value);
  }

  override getIndex(index: Value): Value {
    return this.getField(this.#column(index));
  }

  override setIndex(index: Value, value: Value): void {
    this.setField(this.#column(index), value);
  }

  #column(index: Value): string {
    if (typeof index === 'string') return index;
    return this.table.columns[positionIn(this.table.columns, index)] ?? '';
  }

  #check(name: string): void {
    const known = this.table.columns.some((column) => column.toLowerCase() === name.toLowerCase());
    if (!known) throw new BslException(MESSAGES.noField(name));
  }
}

/** Type of {@link TableRow}. */
export const TABLE_ROW: BslType = defineType(TableRow, {
  name: 'СтрокаТаблицыЗначений|ValueTableRow',
  contexts: SERVER,
  methods: { 'Владелец|Owner': method([0, 0], ({ table }) => table) },
});

/** `КоллекцияКолонокТаблицыЗначений`. */
class TableColumns extends NativeObject {
  readonly table: ValueTable;

  constructor(table: ValueTable) {
    super();
    this.table = table;
  }

  get type(): BslType {
    return TABLE_COLUMNS;
  }
}

const TABLE_COLUMNS: BslType = defineType(TableColumns, {
  name: 'КоллекцияКолонокТаблицыЗначений|ValueTableColumnCollection',
  contexts: SERVER,
  methods: {
    'Добавить|Add': method([1, 4], ({ table }, args) => {
      const name = textArgument(args, 0);
      if (table.columns.includes(name)) throw new BslException(`Колонка с именем ${name} уже существует`);
      table.columns.push(name);
      return undefined;
    }),
    'Количество|Count': method([0, 0], ({ table }) => BigInt(table.columns.length)),
  },
});

function findRows({ rows }: ValueTable, args: readonly Value[]): BslArray {
  const wanted = [...objectArgument(args, 0, Structure).fields.values()];
  return new BslArray(
    rows.filter((row) => wanted.every(({ key, value }) => equals(row.getField(key), value))),
  );
}

/** `Сортировать("А Убыв, Б")`: a stable order. */
function sort(self: ValueTable, args: readonly Value[]): undefined {
  const orders = textArgument(args, 0)
    .split(',')
    .map((order) => order.trim().split(/\s+/))
    .map(([name = '', direction = '']) => ({ name, sign: /^(убыв|desc)$/i.test(direction) ? -1 : 1 }));
  self.rows = self.rows.toSorted((left, right) => {
    for (const { name, sign } of orders) {
      const order = compare(left.getField(name), right.getField(name)) * sign;
      if (order !== 0) return order;
    }
    return 0;
  });
}

function addRow(self: ValueTable, at: number): TableRow {
  const row = self.newRow();
  self.rows.splice(at, 0, row);
  return row;
}

function deleteRow({ rows }: ValueTable, [row]: readonly Value[]): undefined {
  const at = row instanceof TableRow ? rows.indexOf(row) : positionIn(rows, row);
  if (at < 0) throw new BslException(MESSAGES.wrongValue(1));
  rows.splice(at, 1);
}

function find(self: ValueTable, args: readonly Value[]): Value {
  const listed = optionalText(args, 1);
  const names = listed === '' ? self.columns : listed.split(',').map((name) => name.trim());
  return self.rows.find((row) => names.some((name) => equals(row.getField(name), args[0])));
}

function column(self: ValueTable, args: readonly Value[]): BslArray {
  return new BslArray(self.rows.map((row) => row.getField(textArgument(args, 0))));
}

/** Type of {@link ValueTable}. */
export const VALUE_TABLE: BslType = defineType(ValueTable, {
  name: 'ТаблицаЗначений|ValueTable',
  contexts: SERVER,
  construct: method([0, 0], () => new ValueTable()),
  methods: {
    'Добавить|Add': method([0, 0], (self) => addRow(self, self.rows.length)),
    'Вставить|Insert': method([1, 1], (self, [index]) => addRow(self, Number(index))),
    'Удалить|Delete': method([1, 1], deleteRow),
    'Очистить|Clear': method([0, 0], ({ rows }) => {
      rows.length = 0;
      return undefined;
    }),
    'Количество|Count': method([0, 0], ({ rows }) => BigInt(rows.length)),
    'Найти|Find': method([1, 2], find),
    'НайтиСтроки|FindRows': method([1, 1], findRows),
    'Сортировать|Sort': method([1, 2], sort),
    'ВыгрузитьКолонку|UnloadColumn': method([1, 1], column),
    'Индекс|IndexOf': method([1, 1], ({ rows }, [row]) =>
      BigInt(row instanceof TableRow ? rows.indexOf(row) : -1),
    ),
  },
});
