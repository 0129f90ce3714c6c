import { BslException, MESSAGES } from '../../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../../runtime/object.ts';
import type { Value } from '../../../runtime/value.ts';
import { SERVER } from '../../define.ts';
import { fitted } from './column-type.ts';
import { dataOf, placeOf, recordKey, type Row, type Table } from './tables.ts';

/**
 * `РегистрСведенийМенеджерЗаписи`: one record, found by its dimensions. `Прочитать` of a record that is not there
 * empties every field, dimensions included (folklore; not verified on the platform, and the worse of two ways).
 */
export class RecordManager extends NativeObject {
  readonly table: Table;
  row: Row;
  selected = false;

  constructor(table: Table) {
    super();
    this.table = table;
    this.row = emptyRow(table);
  }

  get type(): BslType {
    return RECORD_MANAGER;
  }

  override fieldNames(): string[] {
    return this.table.columns.map(({ name }) => name);
  }

  override getField(name: string): Value {
    return this.row[this.#place(name)];
  }

  override setField(name: string, value: Value): void {
    const place = this.#place(name);
    this.row[place] = fitted(value, this.table.columns[place] ?? { types: [] });
  }

  #place(name: string): number {
    const place = placeOf(this.table, name);
    if (place < 0) throw new BslException(MESSAGES.noField(name));
    return place;
  }
}

/** A row in which every column has the empty value of its type. */
export const emptyRow = ({ columns }: Table): Row => columns.map((column) => fitted(undefined, column));

const RECORD_MANAGER: BslType = defineType(RecordManager, {
  name: 'РегистрСведенийМенеджерЗаписи|InformationRegisterRecordManager',
  contexts: SERVER,
  methods: {
    'Прочитать|Read': method([0, 0], (self, _, { world }) => {
      const row = dataOf(world).read(self.table, recordKey(self.table, self.row));
      self.selected = row !== undefined;
      self.row = row ?? emptyRow(self.table);
      return undefined;
    }),
    'Выбран|Selected': method([0, 0], ({ selected }) => selected),
    'Записать|Write': method([0, 1], ({ table, row }, _, { world }) => {
      dataOf(world).write(table, recordKey(table, row), row);
      return undefined;
    }),
  },
});
