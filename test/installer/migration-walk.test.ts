import { describe, expect, test } from 'vitest';
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
import { leaveNothingBehind } from './sandbox.ts';
import { listOf, membersOf, type Members } from './values.ts';

leaveNothingBehind();

const document = await demoMigration();
const COUNT = 1200;
const NOW = new Date('2026-11-21T09:00:00Z');
const OLD = [
  { Имя: 'ОбменСCRM', Версия: '1.4' },
  { Имя: 'ЗвонкиCRM', Версия: '2.0' },
];
const NEW = { Имя: 'РомашкаCRM', Версия: '1.0' };

/**
 * An infobase through which somebody walks: what is installed, what is stored, the remembered place. Every question is
 * asked of a new session, so that nothing lives on but what was remembered.
 */
class WalkedBase {
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
function workingBase(): WalkedBase {
  const tables = [...objectTables(), sourceTable()];
  fillObjects(tables, COUNT);
  const [, , source] = tables;
  for (let number = 0; source && number < COUNT; number += 1) put(source, identifier(number));
  return new WalkedBase(tables, OLD);
}

const expected = (): string[] => {
  const table = targetTable();
  for (let number = 0; number < COUNT; number += 1) put(table, identifier(number));
  return rowsOf(table);
};

test('through a copy of the infobase', () => {
  const working = workingBase();
  working.begin('through-copy');
  expect(working.open).toEqual(['archive']);
  expect(working.refusal('copy')).toBe('migration-step-early');
  working.mark('archive');

  const copy = working.copy();
  expect(copy.open).toEqual(['copy']);
  copy.mark('copy');
  const archive = copy.unload();
  copy.mark('unload');

  // The person says in the working infobase that the copy is made; the older module is still there, so it may be.
  working.mark('copy');
  expect(working.open).toEqual(['remove-old', 'unload']);
  expect(working.refusal('remove-old')).toBe('migration-step-unverified');
  working.removeOld();
  working.mark('remove-old');
  expect(working.refusal('install')).toBe('migration-step-unverified');
  working.install();
  working.mark('install');
  expect(working.refusal('load')).toBe('migration-step-early');

  expect(working.load(archive)).toMatchObject({ Загружено: BigInt(COUNT), Пропущено: 0n });
  expect(working.open).toEqual(['load']);
  working.mark('load');
  working.mark('configure');
  working.mark('compare');
  expect(working.open).toEqual([]);
  expect(working.rows).toEqual(expected());
  expect(copy.rows).toEqual([]);
  expect(copy.open).toEqual(['remove-old']);
});

test('in the working infobase', () => {
  const base = workingBase();
  base.begin('in-place');
  base.mark('archive');
  const archive = base.unload();
  base.mark('unload');
  expect(base.refusal('remove-old')).toBe('migration-step-unverified');
  base.removeOld();
  base.mark('remove-old');
  base.install();
  base.mark('install');
  expect(base.refusal('load')).toBe('migration-step-unverified');
  base.load(archive);
  base.mark('load');
  base.mark('configure');
  expect(base.open).toEqual([]);
  expect(base.rows).toEqual(expected());
  expect(base.load(archive)).toMatchObject({ Загружено: 0n, УжеБыло: BigInt(COUNT) });
});

describe('the place that comes in a file', () => {
  const place = (done: readonly string[], scenario = 'through-copy'): Members => ({
    ...{ Расширение: 'crm-connector', Откуда: 'crm-exchange', Сценарий: scenario },
    ...{ Сделано: done, Начат: NOW },
  });
  const joined = (own: Members, done: readonly string[], scenario = 'through-copy'): JsValue => {
    const walk: JsValue = new Map<JsValue, JsValue>([
      ['scenario', scenario],
      ['done', done],
    ]);
    const args = [document, walk, 'crm-objects', own];
    return membersOf(workingBase().session().call('МестоИзФайла', args, 'ВыпускПереход'))['Сделано'];
  };

  test.each<readonly [readonly string[], readonly string[], readonly string[], string]>([
    [[], ['archive', 'copy'], ['archive', 'copy', 'unload'], 'nothing was begun here'],
    [
      ['archive'],
      ['archive', 'copy', 'remove-old'],
      ['archive', 'copy', 'unload'],
      'a step that is verified here is not believed',
    ],
    [
      ['archive', 'copy', 'remove-old'],
      ['archive', 'copy'],
      ['archive', 'copy', 'remove-old', 'unload'],
      'what is done here stays',
    ],
    [[], ['copy'], [], 'a step without what it needs'],
    [[], ['archive', 'rm -rf'], ['archive'], 'a step that nobody knows'],
  ])('%j and %j give %j — %s', (own, done, result) => {
    expect(joined(place(own), done)).toEqual(result);
  });

  test('of another scenario changes nothing', () => {
    expect(joined(place(['archive'], 'in-place'), ['archive', 'copy'])).toEqual(['archive']);
  });

  test('of a scenario that nobody knows is refused', () => {
    expect(refusalOf(() => joined(place([]), [], 'nobody')).code).toBe('migration-scenario-unknown');
  });
});

describe('the older module', () => {
  const heads = (recognize: readonly ReadonlyMap<string, string>[]): JsValue =>
    new Map<JsValue, JsValue>([
      [
        'migrations',
        [
          new Map<JsValue, JsValue>([
            ['from', 'old'],
            ['title', new Map()],
            ['recognize', recognize],
          ]),
        ],
      ],
    ]);
  const signs = (sign: Readonly<Record<string, string>>, installed = OLD): JsValue => {
    const { program } = new MigrationBase(document, new InfobaseData([sourceTable()]));
    const found = program.call('ВыпускПереход', 'УзнанныеПереходы', [
      heads([new Map(Object.entries(sign))]),
      { Установленные: installed },
    ]).value;
    return membersOf(listOf(found)[0])['Признаки'];
  };

  test.each<readonly [Readonly<Record<string, string>>, boolean, string]>([
    [{ extension: 'обменсcrm' }, true, 'an extension, whatever the case'],
    [{ extension: 'ОбменСCRM', versions: '>=1 <2' }, true, 'of such a version'],
    [{ extension: 'ОбменСCRM', versions: '>=2' }, false, 'of another version'],
    [{ extension: 'ОбменСERP' }, false, 'another extension'],
    [{ object: 'РегистрСведений.CRM_СоответствияОбъектов' }, true, 'an object'],
    [{ object: 'РегистрСведений.Другой' }, false, 'no such object'],
    [{ object: 'x' }, false, 'a name of no kind'],
    [{ subsystem: 'СтандартныеПодсистемы.Обмен' }, false, 'no such subsystem'],
  ])('%j: %s — %s', (sign, seen) => {
    expect(signs(sign)).toEqual(seen ? Object.values(sign).slice(0, 1) : undefined);
  });

  test('of a version that cannot be read is taken for the older one', () => {
    const odd = [{ Имя: 'ОбменСCRM', Версия: 'x' }];
    expect(signs({ extension: 'ОбменСCRM', versions: '>=2' }, odd)).toEqual(['ОбменСCRM']);
  });
});

test('a step or scenario that the document does not know is refused', () => {
  const base = workingBase();
  expect(refusalOf(() => base.begin('nobody')).code).toBe('migration-scenario-unknown');
  base.begin('in-place');
  expect(base.refusal('nobody')).toBe('migration-step-unknown');
});
