import { describe, expect, test } from 'vitest';
import { InfobaseData, type Infobase } from '../onec/index.ts';
import { carryAcross } from '../onec/runtime/border.ts';
import { toBsl, type JsValue } from '../onec/platform/conversion.ts';
import type { Value } from '../onec/runtime/value.ts';
import { canonicalJson } from '../../scripts/verify/canonical-json.ts';
import { SignedRepository } from '../verify/fixtures/signed-repository.ts';
import { data, loadCore } from './program.ts';
import { membersOf, type Members } from './values.ts';

const KEY = ['vypusk', 'demo', 'vypusk.общие'].join('\n');

function start(infobase: Partial<Infobase> = {}, settings = new Map<string, Value>()) {
  const program = loadCore(['ВыпускПамять'], { platform: { infobase, settings } });
  const { world } = program.platform;
  const recall = () => membersOf(program.call('ВыпускПамять', 'Вспомнить', ['demo']).value);
  const remember = (memory: JsValue) => program.call('ВыпускПамять', 'Запомнить', [memory]);
  const put = (saved: JsValue) => world.settings.set(KEY, carryAcross(toBsl(saved)));
  return { world, recall, remember, put };
}

const RECORD = { Имя: 'Скидки', Идентификатор: 'discounts', Версия: '1.2', Хеш: 'aa', Дата: new Date(0) };
const FILLED = {
  Метаданные: new Map([['timestamp.json', data('{}')]]),
  Канал: 'beta',
  Ключ: 'DEMO-1',
  ИдентификаторУстановки: 'one',
  Установленное: new Map([['Скидки', RECORD]]),
};

describe('memory', () => {
  test('of nothing is empty, with an identifier of its own', () => {
    const { recall } = start();
    const memory = recall();
    expect(memory).toMatchObject({ Издатель: 'demo', Канал: '', Ключ: '', Намерение: undefined });
    expect(memory['ИдентификаторУстановки']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('comes back as it was, for every administrator', () => {
    const { recall, remember, world } = start();
    remember({ ...recall(), ...FILLED });
    expect(recall()).toMatchObject({ ...FILLED, Метаданные: expect.any(Map) as unknown });
    expect([...world.settings.keys()]).toEqual([KEY]);
  });

  test('is one write: a session that dies leaves the old or the new whole', () => {
    const moments: string[] = [];
    const { recall, remember } = start({ moment: (name) => moments.push(name) });
    remember(recall());
    expect(moments).toEqual(['save', 'saved']);
  });

  test('a user without rights reads and writes it, and keeps no privileges', () => {
    const { recall, remember, world } = start({ rights: new Set() });
    remember({ ...recall(), Канал: 'beta' });
    expect(recall()['Канал']).toBe('beta');
    expect(world.infobase.privileged).toBe(false);
  });

  test('that cannot be read is empty: in safe mode there are no privileges', () => {
    const { recall } = start({ rights: new Set(), safeMode: true });
    expect(recall()['Канал']).toBe('');
  });

  test('that cannot be written says so', () => {
    const { recall, remember, world } = start({ rights: new Set(), safeMode: true });
    const memory = recall();
    expect(() => remember(memory)).toThrow('Нарушение прав доступа');
    expect(world.infobase.privileged).toBe(false);
  });
});

describe('damaged memory is forgotten, piece by piece', () => {
  test.each<readonly [JsValue, string, JsValue, string]>([
    ['нет', 'Канал', '', 'a text where a structure should be'],
    [42, 'Ключ', '', 'a number'],
    [[1, 2], 'Ключ', '', 'a list'],
    [{ Канал: 5 }, 'Канал', '', 'a channel that is a number'],
    [
      { Метаданные: new Map([['root.json', 'текст']]) },
      'Метаданные',
      new Map(),
      'metadata that are no bytes',
    ],
    [
      { Метаданные: new Map<JsValue, JsValue>([[1, data('')]]) },
      'Метаданные',
      new Map(),
      'a name that is no text',
    ],
    [{ Установленное: new Map([['А', 'б']]) }, 'Установленное', new Map(), 'a record that is a text'],
    [
      { Установленное: new Map([['А', { Имя: 'А' }]]) },
      'Установленное',
      new Map(),
      'a record without its fields',
    ],
    [
      { Установленное: new Map([['А', { ...RECORD, Дата: 'вчера' }]]) },
      'Установленное',
      new Map(),
      'a date that is a text',
    ],
    [{ РевизииЛицензий: new Map([['л', '9']]) }, 'РевизииЛицензий', new Map(), 'a revision that is a text'],
    [{ Соглашения: new Map([['л', 9]]) }, 'Соглашения', new Map(), 'a hash that is a number'],
    [{ Намерение: { Имя: 'А' } }, 'Намерение', undefined, 'an intention without what it needs'],
    [{ ДанныеЛицензии: 'файл' }, 'ДанныеЛицензии', undefined, 'a licence that is a text'],
    [{ Издатель: 'other' }, 'Издатель', 'demo', 'the name of another publisher'],
  ])('%#: %s', (saved, name, expected) => {
    const { recall, put } = start();
    put(saved);
    expect(recall()[name]).toEqual(expected);
  });

  test('what is whole stays', () => {
    const { recall, put } = start();
    put({ Канал: 'beta', Метаданные: 'нет', Лишнее: 1 });
    expect(recall()).toMatchObject({ Канал: 'beta' });
    expect(recall()).not.toHaveProperty('Лишнее');
  });
});

describe('two sessions share one memory', () => {
  /** What two sessions make of it that read the same beginning, the first to write first. */
  function together(begin: Members, first: Members, last: Members): Members {
    const settings = new Map<string, Value>();
    const one = start({}, settings);
    const two = start({ ownNumber: 2 }, settings);
    one.remember({ ...one.recall(), ...begin });
    const [mine, theirs] = [one.recall(), two.recall()];
    one.remember({ ...mine, ...first });
    two.remember({ ...theirs, ...last });
    return one.recall();
  }

  const repository = new SignedRepository();
  repository.release();
  const wire = (role: string, version: number) =>
    data(canonicalJson(JSON.parse(Buffer.from(repository.file(role, version)).toString())));
  const [root, old, young] = [wire('root', 1), wire('timestamp', 1), wire('timestamp', 2)];
  repository.publish('root');
  const plainRoot = wire('root', 2);
  repository.rotateKeys('timestamp');
  repository.publish('root');
  const rotatedRoot = wire('root', 3);
  const metadata = (...files: readonly (readonly [string, JsValue])[]): Members => ({
    Метаданные: new Map(files.map(([role, bytes]) => [`${role}.json`, bytes])),
  });

  test.each<readonly [string, Members, Members, Members, Members]>([
    ['each its own word', {}, { Канал: 'beta' }, { Ключ: 'К' }, { Канал: 'beta', Ключ: 'К' }],
    ['the last of one word', {}, { Канал: 'beta' }, { Канал: 'rc' }, { Канал: 'rc' }],
    [
      'a record that the other one did not see',
      {},
      { Установленное: new Map([['Скидки', RECORD]]) },
      { Канал: 'beta' },
      { Установленное: new Map([['Скидки', RECORD]]) },
    ],
    [
      'a record that the other one took away',
      { Соглашения: new Map([['а', 'х']]) },
      { Соглашения: new Map() },
      { Канал: 'beta' },
      { Соглашения: new Map() },
    ],
    [
      'the greater revision',
      { РевизииЛицензий: new Map([['л', 3]]) },
      { РевизииЛицензий: new Map([['л', 7]]) },
      { РевизииЛицензий: new Map([['л', 5]]) },
      { РевизииЛицензий: new Map([['л', 7n]]) },
    ],
    [
      'the newer timestamp, written first',
      metadata(['root', root]),
      metadata(['root', root], ['timestamp', young]),
      metadata(['root', root], ['timestamp', old]),
      metadata(['root', root], ['timestamp', young]),
    ],
    [
      'a newer root beside a timestamp that it still vouches for',
      metadata(['root', root]),
      metadata(['root', root], ['timestamp', young]),
      metadata(['root', plainRoot], ['timestamp', old]),
      metadata(['root', plainRoot], ['timestamp', young]),
    ],
    [
      'a root that took the key away, and no timestamp of that key, however new',
      metadata(['root', root]),
      metadata(['root', root], ['timestamp', young]),
      metadata(['root', rotatedRoot]),
      metadata(['root', rotatedRoot]),
    ],
    [
      'such a root, written first',
      metadata(['root', root]),
      metadata(['root', rotatedRoot]),
      metadata(['root', root], ['timestamp', young]),
      metadata(['root', rotatedRoot]),
    ],
    [
      'metadata where the other one has nothing that can be read',
      metadata(['root', root]),
      metadata(['root', data('нет')]),
      metadata(['root', root], ['timestamp', young]),
      metadata(['root', root], ['timestamp', young]),
    ],
  ])('keeps %s', (...[, begin, first, last, kept]) => {
    expect(together(begin, first, last)).toMatchObject(kept);
  });

  test('has one identifier of the installation, whoever made it first', () => {
    const settings = new Map<string, Value>();
    const [one, two] = [start({}, settings), start({ ownNumber: 2 }, settings)];
    const [mine, theirs] = [one.recall(), { ...two.recall(), ИдентификаторУстановки: 'second' }];
    one.remember(mine);
    two.remember(theirs);
    expect(two.recall()['ИдентификаторУстановки']).toBe(mine['ИдентификаторУстановки']);
  });

  test('that somebody else is writing is not written over, and no privilege or lock stays', () => {
    const settings = new Map<string, Value>();
    const two = start({ ownNumber: 2 }, settings);
    let refusal: unknown;
    const locks = two.world.infobase.locks;
    const moment = (name: string) => {
      if (name !== 'save') return;
      try {
        two.remember({ ...two.recall(), Канал: 'rc' });
      } catch (error) {
        refusal = error;
      }
    };
    const one = start({ locks, moment }, settings);
    one.remember({ ...one.recall(), Канал: 'beta' });
    expect(refusal).toMatchObject({ message: expect.stringContaining('Конфликт блокировок') as unknown });
    expect(two.world.infobase.privileged).toBe(false);
    expect(locks.size).toBe(0);
    expect(two.recall()['Канал']).toBe('beta');
  });

  test('is written without a lock where a configuration has no catalogue to hold one', () => {
    const { recall, remember } = start({ data: new InfobaseData([]) });
    remember({ ...recall(), Канал: 'beta' });
    expect(recall()['Канал']).toBe('beta');
  });
});

describe('memory has bounds', () => {
  const saved = (memory: Partial<Members>) => {
    const { recall, remember } = start();
    remember({ ...recall(), ...memory });
    return recall();
  };

  test('metadata beyond any honest repository are not kept', () => {
    const many = new Map(Array.from({ length: 201 }, (_, index) => [`${index}.json`, data('{}')]));
    expect(saved({ Метаданные: many })['Метаданные']).toEqual(new Map());
    const [piece] = [data(new Uint8Array(20_000_000))];
    const large = new Map([
      ['a', piece],
      ['b', piece],
    ]);
    expect(saved({ Метаданные: large })['Метаданные']).toEqual(new Map());
  });

  test('the oldest records go first', () => {
    const records = Array.from({ length: 1002 }, (_, index) => ({
      ...RECORD,
      Имя: `Р${index}`,
      Дата: new Date(Date.UTC(2026, 0, 1) + index * 1000),
    }));
    const kept = saved({ Установленное: new Map(records.map((record) => [record.Имя, record])) })[
      'Установленное'
    ];
    const names = kept instanceof Map ? [...kept.keys()] : [];
    expect(names).toHaveLength(1000);
    expect(names).not.toContain('Р1');
    expect(names).toContain('Р1001');
  });
});
