import { BslException, MESSAGES } from '../../../runtime/errors.ts';
import {
  defineType,
  method,
  NativeObject,
  type BslType,
  type NativeMethod,
} from '../../../runtime/object.ts';
import { equals } from '../../../runtime/operators.ts';
import type { Session } from '../../../runtime/session.ts';
import type { Value } from '../../../runtime/value.ts';
import { objectArgument, SERVER, textArgument, type NameGroup } from '../../define.ts';
import { UniqueId } from '../../unique-id.ts';
import { fitted } from './column-type.ts';
import { DataObject } from './data-object.ts';
import { emptyRow, RecordManager } from './record.ts';
import { emptyReference, Reference } from './reference.ts';
import { Selection } from './selection.ts';
import { dataOf, placeOf, type InfobaseData, type Table } from './tables.ts';

/** Manager of one table: `Справочники.Контрагенты`. */
class TableManager extends NativeObject {
  readonly table: Table;

  constructor(table: Table) {
    super();
    this.table = table;
  }

  get type(): BslType {
    return this.table.fullName.startsWith('Регистр') ? REGISTER_MANAGER : OBJECTS_MANAGER;
  }
}

function select({ table }: TableManager, _: Value[], { world }: Session): Selection {
  const data = dataOf(world);
  if (!data.may('Чтение', table.fullName)) throw new BslException('Нарушение прав доступа!');
  return new Selection(table, rowsOf(table, data));
}

function* rowsOf(table: Table, data: InfobaseData) {
  for (const entry of table.rows) {
    data.touch('read', table.fullName, entry[0]);
    yield entry;
  }
}

const select_: NativeMethod<TableManager> = method([0, 4], select);

/** Equal values are found by looking at every object: an attribute need not have an index. */
function findByAttribute({ table }: TableManager, args: readonly Value[]): Reference {
  const place = placeOf(table, textArgument(args, 0));
  const column = table.columns[place];
  if (!column) throw new BslException(MESSAGES.noField(textArgument(args, 0)));
  const sought = fitted(args[1], column);
  const found = [...table.rows].find(([, row]) => equals(row[place], sought));
  return found ? new Reference(table.fullName, found[0]) : emptyReference(table.fullName);
}

const REGISTER_MANAGER: BslType = defineType(TableManager, {
  name: 'РегистрСведенийМенеджер|InformationRegisterManager',
  contexts: SERVER,
  methods: {
    'Выбрать|Select': select_,
    'СоздатьМенеджерЗаписи|CreateRecordManager': method([0, 0], ({ table }) => new RecordManager(table)),
  },
});

const OBJECTS_MANAGER: BslType = defineType(TableManager, {
  name: 'СправочникМенеджер|CatalogManager',
  contexts: SERVER,
  methods: {
    'Выбрать|Select': select_,
    'ПолучитьСсылку|GetRef': method([0, 1], ({ table }, args) => {
      return new Reference(table.fullName, objectArgument(args, 0, UniqueId).text);
    }),
    'НайтиПоРеквизиту|FindByAttribute': method([2, 4], findByAttribute),
    'СоздатьЭлемент|CreateItem': method([0, 0], ({ table }, _, { world }) => {
      return new DataObject(table, new Reference(table.fullName, world.nextId()), emptyRow(table));
    }),
  },
});

/** `Справочники`, `Документы` and the like: managers by name, with a dot or in brackets. */
class TableManagers extends NativeObject {
  readonly kind: string;

  constructor(kind: string) {
    super();
    this.kind = kind;
  }

  get type(): BslType {
    return TABLE_MANAGERS;
  }

  override getField(name: string, { world }: Session): Value {
    const table = dataOf(world).table(`${this.kind}.${name}`);
    if (!table) throw new BslException(MESSAGES.noField(name));
    return new TableManager(table);
  }

  override getIndex(index: Value, session: Session): Value {
    return this.getField(textArgument([index], 0), session);
  }
}

const TABLE_MANAGERS: BslType = defineType(TableManagers, {
  name: 'МенеджерКоллекции|CollectionManager',
  contexts: SERVER,
});

/** Manager of a register of the infobase, undefined when there is no such register. */
export function registerManager(name: string, { world }: Session): Value {
  const table = dataOf(world).table(`РегистрСведений.${name}`);
  return table && new TableManager(table);
}

const managersOf = (kind: string) => {
  const managers = new TableManagers(kind);
  return { contexts: SERVER, get: () => managers };
};

/** Managers of tables of objects. */
export const TABLE_NAMES: NameGroup = {
  properties: {
    'Справочники|Catalogs': managersOf('Справочник'),
    'Документы|Documents': managersOf('Документ'),
    'ПланыВидовХарактеристик|ChartsOfCharacteristicTypes': managersOf('ПланВидовХарактеристик'),
    'ПланыСчетов|ChartsOfAccounts': managersOf('ПланСчетов'),
    'ПланыВидовРасчета|ChartsOfCalculationTypes': managersOf('ПланВидовРасчета'),
    'БизнесПроцессы|BusinessProcesses': managersOf('БизнесПроцесс'),
    'Задачи|Tasks': managersOf('Задача'),
  },
};
