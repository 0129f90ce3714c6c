import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { archiveOf, declaring, flipped } from '../license/archives.ts';
import { BslException, InfobaseData, SessionKilled, tableOf, type JsValue } from '../onec/index.ts';
import { FileSandbox } from '../onec/platform/files/file-sandbox.ts';
import { recordKey } from '../onec/platform/infobase/data/tables.ts';
import type { Value } from '../onec/runtime/value.ts';
import {
  demoMigration,
  fillObjects,
  identifier,
  idOf,
  MigrationBase,
  objectOf,
  objectTables,
  put,
  rowsOf,
  SOURCE,
  sourceTable,
  TARGET,
  targetTable,
  withMapping,
} from './migration-base.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';
import { membersOf, type Members } from './values.ts';

leaveNothingBehind();

const document = await demoMigration();

/** An infobase with the older module and its identifiers. */
function oldBase(count: number): MigrationBase {
  const tables = [...objectTables(), sourceTable()];
  fillObjects(tables, count);
  const [, , source] = tables;
  for (let number = 0; source && number < count; number += 1) put(source, identifier(number));
  return new MigrationBase(document, new InfobaseData(tables));
}

interface NewBase {
  readonly objects?: number;
  readonly touch?: InfobaseData['touch'];
  readonly denied?: readonly string[];
  readonly document?: JsValue;
}

/** An infobase with the extension and no identifiers. */
function newBase(given: NewBase = {}): MigrationBase {
  const tables = [...objectTables(), targetTable()];
  fillObjects(tables, given.objects ?? 0);
  const { touch, denied = [] } = given;
  return new MigrationBase(
    given.document ?? document,
    new InfobaseData(tables, { denied, ...(touch && { touch }) }),
  );
}

const target = ({ infobase }: MigrationBase): string[] => {
  const table = infobase.table(TARGET);
  return table ? rowsOf(table) : [];
};
const expectedRows = (count: number): string[] => {
  const table = targetTable();
  for (let number = 0; number < count; number += 1) put(table, identifier(number));
  return rowsOf(table);
};

/** The lines of an archive. */
async function linesOf(archive: Uint8Array): Promise<string[]> {
  const [entry] = await new ZipReader(new Uint8ArrayReader(archive)).getEntries();
  if (!entry || entry.directory) throw new Error('no entry');
  const bytes = await entry.getData(new Uint8ArrayWriter());
  return new TextDecoder().decode(bytes).split('\n');
}

/** An archive of lines with a true hash at the end, as a stranger might write one. */
function forged(lines: readonly (string | Buffer)[], hash?: string): Promise<Uint8Array> {
  const body = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
  const sum = hash ?? createHash('sha256').update(body).digest('hex');
  const bytes = Buffer.concat([body, Buffer.from(`{"sha256":"${sum}"}\n`)]);
  return archiveOf({ name: 'identifiers.jsonl', bytes: Uint8Array.from(bytes), options: {} });
}

const SMALL = 20;
const { archive: small } = oldBase(SMALL).unload();
const [header = '', ...rest] = await linesOf(small);
const rows = rest.slice(0, SMALL);
const withHeader = (change: Readonly<Record<string, unknown>>): string => {
  const members: unknown = JSON.parse(header);
  return JSON.stringify({ ...(typeof members === 'object' ? members : {}), ...change });
};
/** Header of a file with so many rows. */
const counting = (count: number): string => withHeader({ rows: count });

describe('the file', () => {
  test('has a header that says what it is, a row for each identifier, and a hash', () => {
    expect(JSON.parse(header)).toMatchObject({
      type: 'identifiers',
      formatVersion: 1,
      extension: 'crm-connector',
      from: 'crm-exchange',
      mapping: 'crm-objects',
      revision: 1,
      rows: SMALL,
      unloaded: '2026-11-21T10:00:00Z',
      configuration: { name: 'БухгалтерияПредприятия' },
    });
    expect(JSON.parse(rows[0] ?? '')).toEqual([
      ['Документ.ЗаказКлиента', idOf(0)],
      'portal-0',
      'C"R\\M-0',
      '2026-01-01T00:00:00',
    ]);
    expect(rest.at(-2)).toMatch(/^\{"sha256":"[0-9a-f]{64}"\}$/);
    expect(rest.at(-1)).toBe('');
  });

  test('of no identifiers can be loaded too', () => {
    expect(newBase().load(oldBase(0).unload().archive)).toMatchObject({ Загружено: 0n });
  });

  test('leaves a row out whose value is of another type, and says so', () => {
    const tables = [...objectTables(), { ...sourceTable() }];
    const odd = tableOf(SOURCE, {
      dimension: { Объект: ['Справочник.Контрагенты'], Портал: 'Строка(50)' },
      resource: { ИдентификаторCRM: ['Строка', 'Число'] },
      attribute: { ДатаИзменения: 'Дата' },
    });
    put(odd, [objectOf(1), 'a', 17n, undefined]);
    put(odd, identifier(2));
    const { told } = new MigrationBase(document, new InfobaseData([...tables.slice(0, 2), odd])).unload();
    expect(told).toMatchObject({ Строк: 1n, Пропущено: 1n });
    expect(told['Примеры']).toEqual([
      { Номер: 1n, Код: 'value-type', Аргументы: { column: 'ИдентификаторCRM' } },
    ]);
  });
});

describe('many identifiers', () => {
  test('10,000 arrive exactly, in transactions of a thousand', () => {
    const base = newBase({ objects: 10_000 });
    expect(base.load(oldBase(10_000).unload().archive)).toMatchObject({ Загружено: 10_000n, Пропущено: 0n });
    expect(target(base)).toEqual(expectedRows(10_000));
    expect(base.infobase.largestTransaction).toBeLessThanOrEqual(1000);
    expect(base.infobase.written).toBe(10_000);
  });

  const COUNT = 3000;
  const { archive } = oldBase(COUNT).unload();

  test('loaded twice they are there once, and the second time nothing is written', () => {
    const base = newBase({ objects: COUNT });
    expect(base.load(archive)).toMatchObject({ Загружено: BigInt(COUNT) });
    expect(base.load(archive)).toMatchObject({ Загружено: 0n, УжеБыло: BigInt(COUNT), Заменено: 0n });
    expect(base.infobase.written).toBe(COUNT);
    expect(target(base)).toEqual(expectedRows(COUNT));
  });

  test('a dry run says the same and writes nothing', () => {
    const base = newBase({ objects: COUNT });
    expect(base.load(archive, true)).toMatchObject({ Загружено: BigInt(COUNT) });
    expect(base.infobase.written).toBe(0);
  });

  test('no more of the file is held at once than a block, however long it is', () => {
    const largest = Math.max(...sizesHeld(() => newBase({ objects: COUNT }).load(archive)));
    expect(largest).toBeLessThanOrEqual(262_144);
    expect(Math.max(...sizesHeld(() => oldBase(COUNT).unload()))).toBeLessThanOrEqual(262_144);
  });
});

/** Sizes of everything read from and written to files while something runs. */
function sizesHeld(run: () => unknown): number[] {
  const read = vi.spyOn(FileSandbox.prototype, 'readPart');
  const write = vi.spyOn(FileSandbox.prototype, 'writePart');
  try {
    run();
    return [
      ...read.mock.calls.map(([, , count]) => count),
      ...write.mock.calls.map(([, , part]) => part.length),
    ];
  } finally {
    read.mockRestore();
    write.mockRestore();
  }
}

describe('what is there already', () => {
  const mine: Value[] = [objectOf(1), 'portal-1', 'mine', undefined];

  test.each([
    ['keep', 'Оставлено', 'mine'],
    ['report', 'Различается', 'mine'],
    ['replace', 'Заменено', 'C"R\\M-1'],
  ])('%s', (existing, counted, expected) => {
    const base = newBase({ objects: SMALL, document: withMapping(document, { existing }) });
    const table = base.infobase.table(TARGET);
    if (table) put(table, mine);
    expect(base.load(small)).toMatchObject({ Загружено: BigInt(SMALL - 1), [counted]: 1n });
    const [, , value] = table?.rows.get(recordKey(table, mine)) ?? [];
    expect(value).toBe(expected);
    const again = base.load(small);
    expect(again['Загружено']).toBe(0n);
  });
});

describe('refused before the first row', () => {
  const refused = (archive: Uint8Array, given: NewBase = {}): string => {
    const base = newBase({ objects: SMALL, ...given });
    const { code, args } = refusalOf(() => base.begin(archive));
    expect(base.infobase.written).toBe(0);
    return [code, ...Object.values(args)].join(' ');
  };
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const entry = (name: string, bytes: Uint8Array = text('x')) => ({ name, bytes, options: {} });

  test.each<readonly [string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['identifiers-invalid zip', 'nothing', () => new Uint8Array()],
    ['identifiers-invalid zip', 'a page of a proxy', () => text('<!doctype html>'.repeat(9))],
    ['identifiers-invalid entries', 'an empty archive', () => archiveOf()],
    [
      'identifiers-invalid entries',
      'two entries',
      () => archiveOf(entry('identifiers.jsonl'), entry('b.jsonl')),
    ],
    ['identifiers-invalid name', 'another name', () => archiveOf(entry('../identifiers.jsonl'))],
    [
      'identifiers-invalid encrypted',
      'a password',
      () => archiveOf({ ...entry('identifiers.jsonl'), options: { password: 'x' } }),
    ],
    ['identifiers-too-large 1073741824', 'a bomb that says so', () => declaring(small, 2_000_000_000)],
    ['identifiers-invalid size', 'more declared than can be there', () => declaring(small, 1_000_000_000)],
    ['identifiers-invalid zip', 'a cut archive', () => small.subarray(0, -7)],
    [
      'identifiers-invalid cut',
      'nothing inside',
      () => archiveOf(entry('identifiers.jsonl', new Uint8Array())),
    ],
    [
      'identifiers-invalid cut',
      'no hash at the end',
      () => archiveOf(entry('identifiers.jsonl', text([header, ...rows].join('\n')))),
    ],
    ['identifiers-invalid cut', 'a hash of letters', () => forged([header, ...rows], 'z'.repeat(64))],
    ['identifiers-changed', 'a hash of something else', () => forged([header, ...rows], '0'.repeat(64))],
    ['identifiers-invalid rows', 'a row too few', () => forged([header, ...rows.slice(1)])],
    ['identifiers-invalid rows', 'a row too many', () => forged([header, ...rows, rows[0] ?? ''])],
    ['identifiers-invalid header', 'no header', () => forged(rows)],
    ['identifiers-invalid header', 'a header that is no JSON', () => forged(['hello', ...rows])],
    [
      'identifiers-invalid header',
      'a number that would fill the memory',
      () => forged([`${header.slice(0, -1)},"n":1e999999999}`, ...rows]),
    ],
    [
      'identifiers-invalid header',
      'a place that is no place',
      () => forged([withHeader({ walk: { scenario: 1 } }), ...rows]),
    ],
    ['identifiers-invalid line', 'a line without an end', () => forged([header, 'x'.repeat(600_000)])],
    ['identifiers-invalid utf-8', 'bytes that are no text', () => forged([header, Buffer.of(0xff, 0xfe)])],
    [
      'identifiers-foreign type identifiers licenses',
      'another kind of file',
      () => forged([withHeader({ type: 'licenses' }), ...rows]),
    ],
    [
      'identifiers-foreign formatVersion 1 2',
      'a format of the future',
      () => forged([withHeader({ formatVersion: 2 }), ...rows]),
    ],
    [
      'identifiers-foreign extension crm-connector other',
      'another extension',
      () => forged([withHeader({ extension: 'other' }), ...rows]),
    ],
    [
      'identifiers-foreign from crm-exchange other',
      'another module',
      () => forged([withHeader({ from: 'other' }), ...rows]),
    ],
    [
      'identifiers-foreign mapping crm-objects other',
      'another mapping',
      () => forged([withHeader({ mapping: 'other' }), ...rows]),
    ],
    [
      'identifiers-foreign revision 1 2',
      'another revision',
      () => forged([withHeader({ revision: 2 }), ...rows]),
    ],
    ['identifiers-foreign fields', 'other fields', () => forged([withHeader({ fields: [] }), ...rows])],
  ])('%s — %s', async (expected, _, make) => {
    expect(refused(await make())).toBe(expected);
  });

  test('whichever byte of a small archive is changed, it is refused or says the same', async () => {
    const { archive } = oldBase(2).unload();
    const base = newBase({ objects: SMALL });
    const [, ...same] = await linesOf(archive);
    for (let at = 0; at < archive.length; at += 5) {
      try {
        base.end(base.begin(flipped(archive, at)));
        expect((await linesOf(flipped(archive, at))).slice(1)).toEqual(same);
      } catch (error) {
        const { code } = refusalOf(() => {
          throw error;
        });
        expect(code).toMatch(/^identifiers-/);
      }
    }
    expect(base.infobase.written).toBe(0);
  });

  test('a bomb that lies about its size leaves nothing on the disk', async () => {
    const bomb = await archiveOf(entry('identifiers.jsonl', new Uint8Array(20_000_000)));
    expect(refused(declaring(bomb, 100))).toMatch(/^identifiers-invalid (zip|size|cut)$/);
  });

  test.each([
    [`Чтение ${TARGET}`, 'Чтение'],
    [`Изменение ${TARGET}`, 'Изменение'],
  ])('no right: %s', (denied, right) => {
    expect(refused(small, { denied: [denied] })).toBe(`identifiers-no-rights ${right} ${TARGET}`);
  });

  test('no extension, no table', () => {
    const base = new MigrationBase(document, new InfobaseData(objectTables()));
    expect(refusalOf(() => base.begin(small))).toEqual({
      code: 'identifiers-store-missing',
      args: { name: TARGET },
    });
  });

  test('an older build of the extension, without a column', () => {
    const table = tableOf(TARGET, {
      dimension: { Ссылка: ['Справочник.Контрагенты'], Портал: 'Строка' },
      resource: { Идентификатор: 'Строка' },
    });
    const base = new MigrationBase(document, new InfobaseData([...objectTables(), table]));
    expect(refusalOf(() => base.begin(small))).toEqual({
      code: 'identifiers-store-differs',
      args: { name: TARGET, column: 'Изменено' },
    });
  });

  test('a dimension that no key fills would make one record of many', () => {
    const table = {
      ...targetTable(),
      columns: [...tableOf('x', { dimension: { Организация: 'Строка' } }).columns, ...targetTable().columns],
    };
    const base = new MigrationBase(document, new InfobaseData([...objectTables(), table]));
    expect(refusalOf(() => base.begin(small)).args['column']).toBe('Организация');
  });
});

describe('rows that cannot be loaded', () => {
  const reference = ['Справочник.Контрагенты', idOf(1)];
  const date = '2026-01-01T00:00:00';
  test.each<readonly [string, unknown, Record<string, string>, string]>([
    [
      'object-missing',
      [['Справочник.Контрагенты', idOf(999)], 'p', 'x', date],
      { table: 'Справочник.Контрагенты', id: idOf(999) },
      'an object that is not here',
    ],
    [
      'table-missing',
      [['Справочник.Лиды', idOf(1)], 'p', 'x', date],
      { table: 'Справочник.Лиды' },
      'a table that is not here',
    ],
    [
      'table-missing',
      [['РегистрСведений.Ромашка_СвязиCRM', idOf(1)], 'p', 'x', date],
      { table: TARGET },
      'no table of objects',
    ],
    [
      'table-missing',
      [['Справочник.Контрагенты.Реквизит.ИНН', idOf(1)], 'p', 'x', date],
      { table: 'Справочник.Контрагенты.Реквизит.ИНН' },
      'a path into metadata',
    ],
    [
      'table-missing',
      [['Справочники; УдалитьФайлы("/")', idOf(1)], 'p', 'x', date],
      { table: 'Справочники; УдалитьФайлы("/")' },
      'a piece of code',
    ],
    [
      'value-type',
      [['Справочник.Контрагенты', 'x'.repeat(36)], 'p', 'x', date],
      { column: 'Ссылка' },
      'no UUID',
    ],
    [
      'value-type',
      [['Справочник.Контрагенты', '00000000-0000-0000-0000-000000000000'], 'p', 'x', date],
      { column: 'Ссылка' },
      'the empty UUID',
    ],
    ['value-type', [reference, 5, 'x', date], { column: 'Портал' }, 'a number for a text'],
    [
      'value-type',
      [reference, 'p', 'x', '2026-13-01T00:00:00'],
      { column: 'Изменено' },
      'a month that is not there',
    ],
    ['value-type', [reference, 'p', 'x', '2026-01-01'], { column: 'Изменено' }, 'a date without time'],
    ['value-type', [reference, 'p', ['x'], date], { column: 'Идентификатор' }, 'a list for a text'],
    [
      'value-unfit',
      [reference, 'p', 'x'.repeat(51), date],
      { column: 'Идентификатор' },
      'a text that the column would cut',
    ],
    ['key-empty', [null, 'p', 'x', date], { column: 'Ссылка' }, 'no object'],
    ['row-invalid', [reference, 'p', 'x'], {}, 'a field too few'],
    ['row-invalid', { object: 1 }, {}, 'no list'],
  ])('%s — %j', async (code, row, args) => {
    const base = newBase({ objects: 3 });
    const archive = await forged([counting(2), JSON.stringify(row), rows[1] ?? '']);
    const state = base.go(base.begin(archive));
    base.end(state);
    expect(state['Итоги']).toMatchObject({ Загружено: 1n, Пропущено: 1n, ПоПричинам: new Map([[code, 1n]]) });
    expect(state['Примеры']).toEqual([{ Номер: 1n, Код: code, Аргументы: args }]);
  });

  test.each(['{"a":', 'нет', '[1e999999999,"p","x",null]', '', '[["a\\"",1E9],1]'])(
    'a line that is no row: %j',
    async (line) => {
      const base = newBase({ objects: 3 });
      expect(base.load(await forged([counting(1), line]))).toMatchObject({ Пропущено: 1n, Загружено: 0n });
    },
  );

  test('of many such rows a thousand are kept as examples, all are counted', async () => {
    const base = newBase();
    const bad = Array.from({ length: 2500 }, () => '[1]');
    const state = base.go(base.begin(await forged([counting(2500), ...bad])), 9);
    base.end(state);
    expect(membersOf(state['Итоги'])['Пропущено']).toBe(2500n);
    expect(state['Примеры']).toHaveLength(1000);
  });
});

describe('a portion is all or nothing', () => {
  const COUNT = 2100;
  const { archive } = oldBase(COUNT).unload();
  const locked = 'Конфликт блокировок при выполнении транзакции';

  /** Fails at the n-th act of a kind, once or always. */
  const failing = (act: string, at: number, fail: () => never): NonNullable<InfobaseData['touch']> => {
    let seen = 0;
    return (seenAct) => {
      if (seenAct === act && (seen += 1) === at) fail();
    };
  };
  const lock = (): never => {
    throw new BslException(locked);
  };
  const die = (): never => {
    throw new SessionKilled('killed');
  };

  test.each([
    ['write', 1500, 'a record that somebody holds in the middle of the second portion'],
    ['read', 400, 'a record that cannot be read'],
    ['commit', 2, 'the end of a transaction'],
  ])('%s %i fails: nothing of its portion stays, and it can be repeated', (act, at) => {
    const base = newBase({ objects: COUNT, touch: failing(act, at, lock) });
    let state = base.begin(archive);
    const attempt = (): Members => base.go(state);
    let refusals = 0;
    while (state['Закончена'] !== true) {
      const before = base.infobase.written;
      try {
        state = attempt();
      } catch (error) {
        refusals += 1;
        const { code, args } = refusalOf(() => {
          throw error;
        });
        expect([code, base.infobase.written]).toEqual(['identifiers-write-failed', before]);
        expect(args['reason']).toContain(locked);
        expect(base.infobase.isActive).toBe(false);
      }
    }
    base.end(state);
    expect(refusals).toBe(1);
    expect(state['Итоги']).toMatchObject({ Загружено: BigInt(COUNT) });
    expect(target(base)).toEqual(expectedRows(COUNT));
  });

  test('a row that never goes in is left out by a person’s word, and reported', () => {
    const key = `${objectOf(7).table}:${objectOf(7).id}`;
    const base = newBase({
      objects: SMALL,
      touch: (act, _, at) => {
        if (act === 'write' && at.includes(key)) lock();
      },
    });
    const state = base.begin(small);
    const { args } = refusalOf(() => base.go(state));
    const skipping = base.program.call('ВыпускИдентификаторы', 'ПропуститьСтрокуЗагрузки', [
      state,
      Number(args['row']),
    ]);
    const done = base.go(membersOf(skipping.args[0]));
    base.end(done);
    expect(done['Примеры']).toEqual([{ Номер: 8n, Код: 'asked', Аргументы: {} }]);
    expect(target(base)).toHaveLength(SMALL - 1);
  });

  test.each([1, 1000, 1001, 2100])('a session that dies at write %i', (at) => {
    const base = newBase({ objects: COUNT, touch: failing('write', at, die) });
    let state = base.begin(archive);
    const before: Members[] = [];
    try {
      while (state['Закончена'] !== true) {
        before.push(state);
        state = base.go(state);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(SessionKilled);
    }
    base.infobase.endSession();
    expect(base.infobase.written % 1000).toBe(0);
    base.end(state);
    // The form died with the session: the same file is loaded from its beginning.
    expect(base.load(archive)).toMatchObject({ УжеБыло: BigInt(Math.floor((at - 1) / 1000) * 1000) });
    expect(target(base)).toEqual(expectedRows(COUNT));
  });

  test('the temporary file is gone when the session moved to another server', () => {
    const base = newBase({ objects: SMALL });
    const state = base.begin(small);
    base.end(state);
    expect(refusalOf(() => base.go(state)).code).toBe('identifiers-file-gone');
  });
});
