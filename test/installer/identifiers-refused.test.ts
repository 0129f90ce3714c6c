import { describe, expect, test } from 'vitest';
import { archiveOf, declaring, flipped } from '../license/archives.ts';
import { InfobaseData, tableOf } from '../onec/index.ts';
import {
  SMALL,
  document,
  forged,
  header,
  linesOf,
  newBase,
  oldBase,
  rows,
  small,
  type NewBase,
  withHeader,
} from './identifiers.ts';
import { MigrationBase, objectTables, TARGET, targetTable } from './migration-base.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';

leaveNothingBehind();

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

  test('a register with a period has many records for one key', () => {
    const table = { ...targetTable(), periodic: true };
    const base = new MigrationBase(document, new InfobaseData([...objectTables(), table]));
    expect(refusalOf(() => base.begin(small)).args['column']).toBe('Период');
  });
});
