import { InfobaseData, type JsValue, type Row, type Table } from '../onec/index.ts';
import {
  demoMigration,
  fillObjects,
  identifier,
  MigrationBase,
  objectTables,
  put,
  rowsOf,
  sourceTable,
  targetTable,
} from './migration-base.ts';
import { refusalOf } from './refusal.ts';
import { listOf, membersOf, type Members } from './values.ts';

/** The document of the demo publisher's migration. */
export const document: JsValue = await demoMigration();
/** Identifiers in the working infobase. */
export const COUNT = 1200;
/** When it all begins. */
export const NOW = new Date('2026-11-21T09:00:00Z');
/** The older modules. */
export const OLD = [
  { Имя: 'ОбменСCRM', Версия: '1.4' },
  { Имя: 'ЗвонкиCRM', Версия: '2.0' },
];
const NEW = { Имя: 'РомашкаCRM', Версия: '1.0' };

/**
 * An infobase through which somebody walks: what is installed, what is stored, the remembered place. Every question is
 * asked of a new session, so that nothing lives on but what was remembered.
 */
export class WalkedBase {
  tables: readonly Table[];
  installed: readonly Members[];
  place: JsValue;
  loaded = false;

  constructor(tables: readonly Table[], installed: readonly Members[], place?: JsValue) {
    this.tables = tables;
    this.installed = installed;
    this.place = place;
  }

  /** A copy of the infobase: everything stored goes with it, the remembered place too. */
  copy(): WalkedBase {
    const tables = this.tables.map((table) => ({
      ...table,
      rows: new Map([...table.rows].map(([key, row]): [string, Row] => [key, row.slice()])),
    }));
    return new WalkedBase(tables, this.installed, this.place);
  }

  session(): MigrationBase {
    return new MigrationBase(document, new InfobaseData(this.tables));
  }

  begin(scenario: string): void {
    this.place = this.session().call('НовоеМестоПерехода', [document, scenario, NOW], 'ВыпускПереход');
  }

  /** Codes of the steps that can be done now. */
  get open(): JsValue[] {
    const steps = listOf(this.session().call('ШагиПерехода', [document, this.place], 'ВыпускПереход'));
    return steps
      .map(membersOf)
      .filter((step) => step['Доступен'] === true && step['Сделан'] === false)
      .map((step) => step['Код']);
  }

  mark(step: string): void {
    const about = {
      Среда: { Установленные: this.installed },
      ИмяРасширения: 'РомашкаCRM',
      Загружено: this.loaded,
    };
    const { args } = this.session().program.call('ВыпускПереход', 'ОтметитьШагПерехода', [
      document,
      this.place,
      step,
      about,
    ]);
    this.place = args[1];
  }

  refusal(step: string): string {
    return refusalOf(() => this.mark(step)).code;
  }

  removeOld(): void {
    this.installed = this.installed.filter(({ Имя }) => !OLD.some((old) => old.Имя === Имя));
    this.tables = this.tables.filter(({ fullName }) => !fullName.includes('CRM_'));
  }

  install(): void {
    this.installed = [...this.installed, NEW];
    this.tables = [...this.tables, targetTable()];
  }

  unload(): Uint8Array {
    return this.session().unload(this.place).archive;
  }

  /** Loads a file and goes on from the place in it. */
  load(archive: Uint8Array): Members {
    const session = this.session();
    let state = session.begin(archive);
    while (state['Закончена'] !== true) state = this.session().go(state);
    session.end(state);
    this.loaded = true;
    const place = [document, state['Место'], 'crm-objects', this.place];
    this.place = session.call('МестоИзФайла', place, 'ВыпускПереход');
    return membersOf(state['Итоги']);
  }

  get done(): JsValue {
    return membersOf(this.place)['Сделано'];
  }

  get rows(): string[] {
    const table = this.tables.find(({ fullName }) => fullName.endsWith('Ромашка_СвязиCRM'));
    return table ? rowsOf(table) : [];
  }
}

/** A working infobase with the older modules. */
export function workingBase(): WalkedBase {
  const tables = [...objectTables(), sourceTable()];
  fillObjects(tables, COUNT);
  const [, , source] = tables;
  for (let number = 0; source && number < COUNT; number += 1) put(source, identifier(number));
  return new WalkedBase(tables, OLD);
}
