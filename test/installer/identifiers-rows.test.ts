import { describe, expect, test } from 'vitest';
import { forged, newBase, rows, withHeader } from './identifiers.ts';
import { idOf, TARGET } from './migration-base.ts';
import { leaveNothingBehind } from './sandbox.ts';
import { membersOf } from './values.ts';

leaveNothingBehind();

/** Header of a file with so many rows. */
const counting = (count: number): string => withHeader({ rows: count });

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
