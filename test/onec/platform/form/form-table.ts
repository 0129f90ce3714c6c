import { defineType, method, type BslType } from '../../runtime/object.ts';
import type { Value } from '../../runtime/value.ts';
import { TABLE_ROW, TableRow, VALUE_TABLE, ValueTable } from '../collections/value-table.ts';
import { EVERYWHERE, sizeArgument } from '../define.ts';

/** `ДанныеФормыКоллекция`: a table attribute of a form, on both sides; its columns are fixed by the form. */
export class FormTable extends ValueTable {
  #count = 0;

  constructor(columns: readonly string[]) {
    super();
    this.columns.push(...columns);
  }

  override get type(): BslType {
    return FORM_TABLE;
  }

  override newRow(): TableRow {
    this.#count += 1;
    return new FormRow(this, this.#count - 1);
  }
}

/** `ДанныеФормыЭлементКоллекции`. */
class FormRow extends TableRow {
  readonly id: number;

  constructor(table: FormTable, id: number) {
    super(table);
    this.id = id;
  }

  override get type(): BslType {
    return FORM_ROW;
  }
}

const ROW_MEMBERS = defineType(FormRow, {
  name: 'ДанныеФормыЭлементКоллекции|FormDataCollectionItem',
  contexts: EVERYWHERE,
  methods: { 'ПолучитьИдентификатор|GetID': method([0, 0], ({ id }) => BigInt(id)) },
});

const FORM_ROW: BslType = { ...ROW_MEMBERS, properties: TABLE_ROW.properties };

function byId({ rows }: FormTable, args: readonly Value[]): Value {
  const id = sizeArgument(args, 0);
  return rows.find((row) => row instanceof FormRow && row.id === id);
}

const TABLE_MEMBERS = defineType(FormTable, {
  name: 'ДанныеФормыКоллекция|FormDataCollection',
  contexts: EVERYWHERE,
  canCrossBorder: true,
  methods: { 'НайтиПоИдентификатору|FindByID': method([1, 1], byId) },
});

/** Type of {@link FormTable}: what a value table does, and rows by their identifier. */
const FORM_TABLE: BslType = {
  ...TABLE_MEMBERS,
  methods: new Map([...VALUE_TABLE.methods, ...TABLE_MEMBERS.methods]),
};
