import { describe, expect, test } from 'vitest';
import { parseBraceText } from '../../scripts/cfe/brace-text.ts';
import { compatibilityCode, compatibilityMode } from '../../scripts/cfe/compatibility-mode.ts';
import { decodeText } from '../../scripts/cfe/decode-text.ts';
import { entryTimeText, entryTimeUnits } from '../../scripts/cfe/entry-time.ts';
import { guid } from './built-files.ts';
import { localizedMap } from '../../scripts/cfe/localized-map.ts';
import { findHeader, parseHeader } from '../../scripts/cfe/metadata-header.ts';
import { isList } from '../../scripts/cfe/brace-node.ts';
import { KnownText } from '../../scripts/cfe/known-text.ts';
import { readableRuns } from '../../scripts/cfe/readable-runs.ts';
import { readRoleRights } from '../../scripts/cfe/role-rights.ts';
import { storageFacts } from '../../scripts/cfe/storage.ts';
import { addressFromHalves, NO_ADDRESS } from '../../scripts/cfe/width.ts';

test.each([
  ['80327', 'Version8_3_27', 'two digits of a release'],
  ['80308', 'Version8_3_8', 'no zero in front'],
  ['80214', 'Version8_2_14', '8.2'],
  ['80501', 'Version8_5_1', '8.5'],
  ['0', 'DontUse', 'no mode'],
  ['1', 'raw:1', 'a mode of 8.2'],
  ['8032', 'raw:8032', 'too short'],
  ['x', 'raw:x', 'no number'],
])('compatibility code %s is %s — %s', (code, mode) => expect(compatibilityMode(code)).toBe(mode));

test.each([
  ['Version8_3_8', '80308'],
  ['Version8_5_1', '80501'],
  ['DontUse', undefined],
  ['Version8_3_8_1', undefined],
])('mode %s has the code %s', (mode, code) => expect(compatibilityCode(mode)).toBe(code));

test.each([
  [entryTimeUnits(Date.UTC(2026, 0, 15, 10, 20, 30)), '2026-01-15T10:20:30', 'whole seconds'],
  [entryTimeUnits(Date.UTC(2022, 8, 13, 11, 9, 6)) + 1652, '2022-09-13T11:09:06.165200', 'parts of a second'],
  [0, '0001-01-01T00:00:00', 'the beginning'],
  [2 ** 63, undefined, 'beyond year 9999'],
])('entry time %d is %s — %s', (...[units, text]) => expect(entryTimeText(units)).toBe(text));

test.each([
  [Buffer.from('\ufeffЯ'), 'Я', 'utf-8', 'a byte order mark is no text'],
  [Buffer.from('Я'), 'Я', 'utf-8', 'UTF-8 without a mark'],
  [Buffer.from([0xdf]), 'Я', 'windows-1251', 'older files'],
  [Buffer.from([0xff, 0xfe, 0x2f, 0x04]), 'Я', 'utf-16', 'UTF-16'],
  [Buffer.from([0xef, 0xbb, 0xbf, 0xdf]), '\ufffd', 'damaged', 'a mark, then no UTF-8'],
])('decodes %# — %s', (...[bytes, text, encoding]) => expect(decodeText(bytes)).toEqual({ text, encoding }));

const parsed = (text: string) => parseBraceText(text).values[0];

describe('localizedMap', () => {
  test.each([
    ['{1,"ru","Текст"}', { ru: 'Текст' }, 'one language'],
    ['{2,"ru","а","en","b"}', { ru: 'а', en: 'b' }, 'two'],
    ['{0}', {}, 'none'],
    ['{9,"ru","а"}', { ru: 'а' }, 'fewer than it says'],
    ['{1,"ru"}', {}, 'a language without a text'],
    ['x', {}, 'no list'],
  ])('%s is %j — %s', (...[text, map]) => expect(localizedMap(parsed(text))).toEqual(map));

  test('a language named like a member of all objects is a language', () => {
    const map = localizedMap(parsed('{1,"__proto__","а"}'));
    expect(Object.entries(map)).toEqual([['__proto__', 'а']]);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
  });
});

const U = guid(1);

describe('metadata headers', () => {
  test.each([
    [`{0,{0,0,${U}},"И",{0},"К"}`, { version: 0, belonging: 'own' }, 'version 0: 8.2'],
    [
      `{1,{1,0,${U}},"И",{0},"К",1,1,p,2}`,
      { version: 1, belonging: 'adopted', controlled: [{ property: 'p', state: '2' }] },
      'version 1',
    ],
    [
      `{2,{1,0,${U}},"И",{0},"К",1,0,${guid(7)}}`,
      { version: 2, extends: guid(7) },
      'version 2: the extended object',
    ],
    [
      `{3,{1,0,${U}},"И",{0},"К",0,0,${guid(0).replace('8000-8000', '0000-0000')},0}`,
      { version: 3, belonging: 'own' },
      'version 3',
    ],
    [
      `{9,{1,0,${U}},"И",{0},"К",1,0,${guid(7)},0,5,6}`,
      { version: 9, extends: guid(7) },
      'a version of the future',
    ],
  ])('%s — %#', (...[text, header]) => {
    const list = parsed(text);
    expect(isList(list) && parseHeader(list)).toMatchObject({ uuid: U, name: 'И', comment: 'К', ...header });
  });

  test('is found by its uuid, wherever it stands, the outermost one first', () => {
    const tree = parsed(
      `{1,{x,{3,{1,0,${guid(2)}},"Другой",{0},""}},{{3,{1,0,${U}},"Этот",{0},""}},{3,{1,0,${U}},"Позже",{0},""}}`,
    );
    expect(findHeader(tree, U)?.name).toBe('Этот');
    expect(findHeader(tree, guid(9))).toBeUndefined();
  });
});

test('a role is counted by its objects and granted rights', () => {
  const rights = parsed(
    '{10,{2,{{1,a,0,3},{0,r,1,s,-1,t,2}},{{1,b,0,0},{0,r,1,s,1,t,4294967295}}},{0},1,2,0}',
  );
  expect(readRoleRights(rights, 'Роль')).toEqual({ role: 'Роль', objects: 2, granted: 3 });
  expect(readRoleRights(undefined, 'Роль')).toEqual({ role: 'Роль', objects: 0, granted: 0 });
});

test.each([
  ['{216,0,{80320,0}}', { major: '216', code: '80320', decoded: 'Version8_3_20' }],
  ['{217,0,{2,0}}', { major: '217', code: '2', decoded: 'raw:2' }],
  ['{216,0}', { major: '216', code: null, decoded: '8.2-or-older' }],
])('storage version %s', (text, facts) => expect(storageFacts(parsed(text))).toEqual(facts));

test.each([
  [0, 5, 5],
  [1, 0, 2 ** 32],
  [0xffffffff, 0xffffffff, NO_ADDRESS],
  [0x200000, 0, Infinity],
  [0x7fffffff, 0xffffffff, Infinity],
])('halves %i and %i make the address %d', (high, low, address) =>
  expect(addressFromHalves(high, low)).toBe(address),
);

describe('readableRuns', () => {
  test.each([
    [Buffer.from('Процедура ПриЗаписи(Отказ)'), ['Процедура ПриЗаписи(Отказ)'], 'UTF-8'],
    [Buffer.from('\0\0Процедура ПриЗаписи(Отказ)\0'), ['Процедура ПриЗаписи(Отказ)'], 'between zeros'],
    [Buffer.from('«Процедура» — ПриЗаписи'), [], 'too short between signs that are not counted'],
    [Buffer.from('SELECT * FROM Reference12', 'utf16le'), ['SELECT * FROM Reference12'], 'UTF-16'],
    [Buffer.from('коротко'), [], 'too short'],
    [new Uint8Array(500), [], 'zeros'],
  ])('%# — %s', (...[bytes, runs]) => expect(readableRuns(bytes)).toEqual(runs));
});

describe('KnownText', () => {
  const known = new KnownText();
  known.add(Buffer.from('Один два три четыре пять шесть'));
  known.add(Buffer.from('Процедура ПриЗаписи(Отказ)'));
  const unknownIn = (text: string): string[] => {
    const bytes = Buffer.from(text);
    return known
      .unknownIn(bytes)
      .map(({ from, to }) => bytes.subarray(from, to).toString().replaceAll('\ufffd', ''));
  };

  test.each<[string, string[], string]>([
    ['н два три четыре пять ше', [], 'known, cut at both ends'],
    ['четыре пятьцедура ПриЗап', [], 'known text written over known text'],
    ['четыре пять хвост ПриЗаписи(', ['вост'], 'a word between known ones, less the bytes that it shares'],
    ['Совсем другой текст', ['Совсем другой текст'], 'nothing known'],
    ['два', ['два'], 'too short to tell'],
    ['', [], 'nothing'],
  ])('%j: %j — %s', (text, expected) => expect(unknownIn(text)).toEqual(expected));
});
