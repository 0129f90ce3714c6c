import { describe, expect, test, vi } from 'vitest';
import { InfobaseData, tableOf, BslException } from '../onec/index.ts';
import { FileSandbox } from '../onec/platform/files/file-sandbox.ts';
import { recordKey } from '../onec/platform/infobase/data/tables.ts';
import type { Value } from '../onec/runtime/value.ts';
import {
  SMALL,
  below,
  document,
  expectedRows,
  header,
  newBase,
  oldBase,
  rows,
  small,
  target,
} from './identifiers.ts';
import {
  identifier,
  idOf,
  MigrationBase,
  objectOf,
  put,
  SOURCE,
  TARGET,
  withMapping,
  objectTables,
  sourceTable,
} from './migration-base.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';

leaveNothingBehind();

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
    expect(below.at(-2)).toMatch(/^\{"sha256":"[0-9a-f]{64}"\}$/);
    expect(below.at(-1)).toBe('');
  });

  test('of no identifiers can be loaded too', () => {
    expect(newBase().load(oldBase(0).unload().archive)).toMatchObject({ Загружено: 0n });
  });

  test('that was interrupted leaves nothing on the disk, and is unloaded anew', () => {
    let reads = 0;
    const source = sourceTable();
    for (let number = 0; number < SMALL; number += 1) put(source, identifier(number));
    const base = new MigrationBase(
      document,
      new InfobaseData([...objectTables(), source], {
        touch: () => {
          if ((reads += 1) === 10) throw new BslException('связь с сервером потеряна');
        },
      }),
    );
    expect(() => base.unload()).toThrow('связь с сервером потеряна');
    expect(base.unload().archive).toEqual(small);
  });

  test('is refused to who may not read the register', () => {
    const data = new InfobaseData([...objectTables(), sourceTable()], { denied: [`Чтение ${SOURCE}`] });
    expect(refusalOf(() => new MigrationBase(document, data).unload())).toEqual({
      code: 'identifiers-no-rights',
      args: { right: 'Чтение', name: SOURCE },
    });
  });

  test('leaves a row out whose value is of another type, and says so', () => {
    const odd = tableOf(SOURCE, {
      dimension: { Объект: ['Справочник.Контрагенты'], Портал: 'Строка(50)' },
      resource: { ИдентификаторCRM: ['Строка', 'Число'] },
      attribute: { ДатаИзменения: 'Дата' },
    });
    put(odd, [objectOf(1), 'a', 17n, undefined]);
    put(odd, identifier(2));
    const { told } = new MigrationBase(document, new InfobaseData([...objectTables(), odd])).unload();
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
