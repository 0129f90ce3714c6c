import { BslException, MESSAGES } from '../../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../../runtime/object.ts';
import type { Value } from '../../../runtime/value.ts';
import { flagArgument, SERVER } from '../../define.ts';
import { fitted } from './column-type.ts';
import type { Reference } from './reference.ts';
import { dataOf, placeOf, type Row, type Table } from './tables.ts';

/** `ОбменДанными` of an object. */
class DataExchange extends NativeObject {
  loads = false;

  get type(): BslType {
    return DATA_EXCHANGE;
  }
}

const DATA_EXCHANGE: BslType = defineType(DataExchange, {
  name: 'ПараметрыОбменаДанными|DataExchangeParameters',
  contexts: SERVER,
  properties: {
    'Загрузка|Load': {
      get: ({ loads }) => loads,
      set: (self, value) => {
        self.loads = flagArgument([value], 0);
      },
    },
  },
});

/**
 * An object of a catalogue and the like, read for changing. Handlers of the configuration run unless
 * `ОбменДанными.Загрузка` is set, and may refuse; on the bench those of every table refuse.
 */
export class DataObject extends NativeObject {
  readonly table: Table;
  readonly reference: Reference;
  readonly row: Row;
  readonly exchange = new DataExchange();

  constructor(table: Table, reference: Reference, row: Row) {
    super();
    this.table = table;
    this.reference = reference;
    this.row = row;
  }

  get type(): BslType {
    return DATA_OBJECT;
  }

  override fieldNames(): string[] {
    return ['Ссылка', ...this.table.columns.map(({ name }) => name)];
  }

  override getField(name: string): Value {
    if (/^(ссылка|ref)$/i.test(name)) return this.reference;
    if (/^(обменданными|dataexchange)$/i.test(name)) return this.exchange;
    return this.row[this.#place(name)];
  }

  override setField(name: string, value: Value): void {
    if (/^(ссылка|ref)$/i.test(name)) throw new BslException(MESSAGES.fieldReadOnly(name));
    const place = this.#place(name);
    this.row[place] = fitted(value, this.table.columns[place] ?? { types: [] });
  }

  #place(name: string): number {
    const place = placeOf(this.table, name);
    if (place < 0) throw new BslException(MESSAGES.noField(name));
    return place;
  }
}

const DATA_OBJECT: BslType = defineType(DataObject, {
  name: 'СправочникОбъект|CatalogObject',
  contexts: SERVER,
  methods: {
    'Записать|Write': method([0, 2], ({ table, reference, row, exchange }, _, { world }) => {
      if (!exchange.loads) throw new BslException('Отказ в обработчике ПередЗаписью');
      dataOf(world).write(table, reference.id, row);
      return undefined;
    }),
  },
});
