import { migrationDocument } from '../../scripts/catalog/migration-document.ts';
import { directoryFiles, readReleaseTree } from '../../scripts/source/index.ts';
import {
  InfobaseData,
  Reference,
  tableOf,
  type JsValue,
  type ModuleSource,
  type Program,
  type Table,
} from '../onec/index.ts';
import { carryAcross } from '../onec/runtime/border.ts';
import { dateOfMoment } from '../onec/runtime/date.ts';
import type { Value } from '../onec/runtime/value.ts';
import { equalityKey } from '../onec/runtime/operators.ts';
import { recordKey } from '../onec/platform/infobase/data/tables.ts';
import { toBsl } from '../onec/platform/conversion.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { onTheWire } from './on-the-wire.ts';
import { sandbox } from './sandbox.ts';
import { listOf, membersOf, type Members } from './values.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

/** The document of the demo publisher's migration, made as publication makes it. */
export async function demoMigration(): Promise<JsValue> {
  const { tree } = await readReleaseTree(directoryFiles(PUBLISHER), { only: new Set(['crm-connector']) });
  const extension = tree?.extensions.find(({ id }) => id === 'crm-connector');
  const [entry] = extension?.migrations ?? [];
  if (!entry) throw new Error('the demo publisher has no migration');
  return onTheWire(migrationDocument('crm-connector', entry));
}

const OBJECTS = ['Справочник.Контрагенты', 'Документ.ЗаказКлиента'] as const;

/** Where the demo's older module keeps its identifiers. */
export const SOURCE = 'РегистрСведений.CRM_СоответствияОбъектов';
/** Where the demo's extension keeps them. */
export const TARGET = 'РегистрСведений.Ромашка_СвязиCRM';

/** Tables of objects that both infobases share. */
export const objectTables = (): Table[] => [
  tableOf(OBJECTS[0], { attribute: { ИдентификаторCRM: 'Строка(20)' } }),
  tableOf(OBJECTS[1]),
];

/** Register of the older module, empty. */
export const sourceTable = (): Table =>
  tableOf(SOURCE, {
    dimension: { Объект: OBJECTS, Портал: 'Строка(50)' },
    resource: { ИдентификаторCRM: 'Строка(50)' },
    attribute: { ДатаИзменения: 'Дата' },
  });

/** Register of the extension, empty. */
export const targetTable = (): Table =>
  tableOf(TARGET, {
    dimension: { Ссылка: OBJECTS, Портал: 'Строка(50)' },
    resource: { Идентификатор: 'Строка(50)', Изменено: 'Дата' },
  });

/** UUID of the n-th object. */
export const idOf = (number: number): string =>
  `00000000-0000-4000-9000-${(number + 1).toString(16).padStart(12, '0')}`;

/** Reference to the n-th object: every third is an order. */
export const objectOf = (number: number): Reference =>
  new Reference(number % 3 === 0 ? OBJECTS[1] : OBJECTS[0], idOf(number));

const CHANGED = Date.UTC(2026, 0, 1);

/** The n-th identifier: object, portal, identifier of the CRM, when it changed. */
export const identifier = (number: number): Value[] => [
  objectOf(number),
  `portal-${number % 2}`,
  `C"R\\M-${number}`,
  dateOfMoment(new Date(CHANGED + number * 1000)),
];

/** Puts a row into a table of a register, past the language. */
export function put(table: Table, row: Value[]): void {
  table.rows.set(recordKey(table, row), row);
}

/** The first objects are there. */
export function fillObjects(tables: readonly Table[], count: number): void {
  for (let number = 0; number < count; number += 1) {
    const { table: name, id } = objectOf(number);
    const table = tables.find(({ fullName }) => fullName === name);
    table?.rows.set(
      id,
      table.columns.map(() => ''),
    );
  }
}

/** Rows of a table as texts, sorted: two tables with the same rows give the same. */
export const rowsOf = (table: Table): string[] =>
  [...table.rows.values()].map((row) => row.map((value) => String(equalityKey(value))).join(' | ')).sort();

/** A simulated infobase with a session in it that unloads and loads. */
export class MigrationBase {
  readonly infobase: InfobaseData;
  readonly program: Program;
  readonly document: JsValue;

  constructor(document: JsValue, infobase: InfobaseData, stubs: readonly ModuleSource[] = []) {
    this.document = document;
    this.infobase = infobase;
    this.program = loadCore(['ВыпускИдентификаторы', 'ВыпускПереход', 'ВыпускОтказы'], {
      stubs,
      platform: { directory: sandbox, infobase: { data: infobase }, operationLimit: 10_000_000_000 },
    });
  }

  call(method: string, args: readonly JsValue[], module = 'ВыпускИдентификаторы'): JsValue {
    return this.program.call(module, method, args).value;
  }

  /** Archive of identifiers, and what is said of it. */
  unload(place?: JsValue, mapping = 'crm-objects'): { readonly told: Members; readonly archive: Uint8Array } {
    const now = new Date('2026-11-21T10:00:00Z');
    const told = membersOf(this.call('ВыгрузитьИдентификаторы', [this.document, mapping, place, now]));
    return { told, archive: bytesOf(told['Данные']) ?? new Uint8Array() };
  }

  /** Checks a file and begins. */
  begin(archive: Uint8Array, dry = false, mapping = 'crm-objects'): Members {
    return membersOf(this.call('НачатьЗагрузку', [data(archive), this.document, mapping, dry]));
  }

  /** The next portions; the state goes to the client and back, as a form carries it. */
  go(state: Members, portions = 1): Members {
    carryAcross(toBsl(state));
    const { args } = this.program.call('ВыпускИдентификаторы', 'ЗагрузитьПорции', [state, portions]);
    return membersOf(args[0]);
  }

  /** Takes the temporary files away. */
  end(state: Members): void {
    this.call('ЗавершитьЗагрузку', [state]);
  }

  /** Everything at once; what the report says. */
  load(archive: Uint8Array, dry = false, mapping = 'crm-objects'): Members {
    let state = this.begin(archive, dry, mapping);
    try {
      while (state['Закончена'] !== true) state = this.go(state, 5);
    } finally {
      this.end(state);
    }
    return membersOf(state['Итоги']);
  }
}

const isMap = (value: JsValue): value is ReadonlyMap<JsValue, JsValue> => value instanceof Map;

/** The document with members of its mappings changed. */
export function withMapping(document: JsValue, change: Readonly<Record<string, JsValue>>): JsValue {
  if (!isMap(document)) return document;
  const mappings = listOf(document.get('mappings')).map((mapping) =>
    isMap(mapping) ? new Map<JsValue, JsValue>([...mapping, ...Object.entries(change)]) : mapping,
  );
  return new Map<JsValue, JsValue>([...document, ['mappings', mappings]]);
}
