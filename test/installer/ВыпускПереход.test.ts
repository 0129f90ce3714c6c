import { describe, expect, test } from 'vitest';
import { InfobaseData, type JsValue } from '../onec/index.ts';
import { MigrationBase, sourceTable } from './migration-base.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';
import { listOf, membersOf, type Members } from './values.ts';
import { document, NOW, OLD, workingBase } from './migrating-base.ts';

leaveNothingBehind();

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
