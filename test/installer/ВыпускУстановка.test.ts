import { describe, expect, test } from 'vitest';
import { describeFile, type ExtensionFile, type Infobase } from '../onec/index.ts';
import {
  ADDED,
  Base,
  holds,
  known,
  NEW,
  OLD,
  platformHash,
  SOMEBODY,
  standing,
  UPDATED,
} from './installation.ts';
import { CRITICAL, DATA, ORDINARY, UPDATES } from './installation-rows.ts';
import { data, loadCore } from './program.ts';
import { listOf, membersOf, textOf, type Members } from './values.ts';

describe('update', () => {
  test.each(UPDATES)('$reason: $code', ({ infobase, file, plan, then, code, rollback, after }) => {
    const base = known(infobase);
    Object.assign(base.infobase, then);
    const outcome = base.install(plan, { ...NEW, ...file });
    const isDone = code.startsWith('installed');
    expect(outcome).toMatchObject({ Успех: isDone, Код: code, Откат: rollback ?? 'not-needed' });
    expect(holds(base)).toEqual(after);
    delete base.infobase.failNextSave;
    expect(base.memory['Намерение'] === undefined).toBe(rollback !== 'failed');
  });

  test('keeps the old file and tells of it, remembers the platform’s hash and asks for a restart', () => {
    const base = known();
    const outcome = base.install();
    expect(outcome).toMatchObject({ ТребуетсяПерезапуск: true, СтарыйФайл: data(describeFile(OLD)) });
    const records = base.memory['Установленное'];
    expect(records instanceof Map ? records.get('Скидки') : undefined).toEqual({
      ...{ Имя: 'Скидки', Идентификатор: 'discounts', Версия: '1.2' },
      Хеш: platformHash(NEW),
      Дата: new Date('2026-11-21T00:00:00Z'),
    });
    expect(base.infobase.log.at(-1)).toMatchObject({
      level: 'Информация',
      comment: expect.stringContaining('installed') as unknown,
    });
  });

  test('after a rollback the old version is still ours', () => {
    const base = known();
    base.install({}, { ...NEW, failsToAttach: true });
    const codes = listOf(base.obstacles())
      .map(membersOf)
      .map(({ Код }) => Код);
    expect(codes).toEqual([]);
  });

  test('blocked, then tried again when the others are gone', () => {
    const base = known();
    base.infobase.sessions.push(SOMEBODY);
    expect(base.install({}, { ...NEW, ...DATA })).toMatchObject({
      Код: 'exclusive-lock',
      Аргументы: { count: '1' },
    });
    base.infobase.sessions.pop();
    expect(base.install({}, { ...NEW, ...DATA })).toMatchObject({ Успех: true });
    expect(holds(base)).toEqual(UPDATED);
  });

  test('switched on again with consent, because what is off cannot attach', () => {
    const base = known();
    for (const extension of base.infobase.extensions) extension.active = false;
    expect(base.install({ РазрешеноЗаменить: false })).toMatchObject({ Код: 'not-agreed' });
    expect(base.install()).toMatchObject({ Успех: true });
    expect(holds(base)).toEqual(UPDATED);
  });
});

describe('first installation', () => {
  test.each<readonly [Partial<Infobase>, Partial<ExtensionFile>, string, string, readonly unknown[], string]>(
    [
      [{}, { failsToAttach: true }, 'not-attached', 'removed', [], 'does not attach'],
      [{}, { problems: [CRITICAL] }, 'cannot-apply', 'not-needed', [], 'a critical problem'],
      [{ sessions: [SOMEBODY] }, DATA, 'exclusive-lock', 'not-needed', [], 'others are working'],
      [{ failNextWrite: 'диск полон' }, {}, 'write-failed', 'not-needed', [], 'the write fails'],
      [
        { failRollback: 'занято' },
        { failsToAttach: true },
        'not-attached',
        'failed',
        ADDED,
        'cannot be removed',
      ],
      [
        { configuration: { ...new Base().infobase.configuration, name: 'РозницаБазовая' } },
        {},
        'basic-version',
        'not-needed',
        [],
        'a basic version',
      ],
      [{ isSubordinate: true }, {}, 'installed', 'not-needed', ADDED, 'a node of its own extensions'],
      [{ kind: 'file' }, {}, 'installed', 'not-needed', ADDED, 'a file base'],
      [{}, {}, 'installed', 'not-needed', ADDED, 'all is well'],
    ],
  )('%# %j %j: %s', (...[infobase, file, code, rollback, after]) => {
    const base = new Base(infobase);
    expect(base.install({}, { ...NEW, ...file })).toMatchObject({ Код: code, Откат: rollback });
    expect(holds(base)).toEqual(after);
  });
});

describe('obstacles', () => {
  test.each<readonly [Partial<Infobase>, Members, Partial<ExtensionFile>, readonly string[], string]>([
    [
      { rights: new Set(), safeMode: true },
      {},
      {},
      ['right-missing refuse', 'session-safe-mode refuse'],
      'collected',
    ],
    [{ extensions: [standing(OLD)] }, {}, {}, ['not-ours ask'], 'never from us'],
    [
      { extensions: [standing({ ...OLD, version: '2.0' })] },
      {},
      {},
      ['not-ours ask', 'newer-installed ask'],
      'newer',
    ],
    [
      { extensions: [standing(OLD, { active: false })] },
      {},
      {},
      ['extension-inactive ask', 'not-ours ask'],
      'off',
    ],
    [{ isSubordinate: true }, {}, {}, ['subordinate-node tell'], 'a node'],
    [{}, { Монопольно: true }, {}, ['exclusive-needed tell'], 'everybody will have to leave'],
    [
      { rights: new Set(['АдминистрированиеРасширенийКонфигурации']) },
      { Монопольно: true },
      {},
      ['exclusive-needed-unseen tell'],
      'unseen',
    ],
    [
      {},
      {},
      { problems: [ORDINARY, CRITICAL] },
      ['application-warning tell', 'cannot-apply refuse'],
      'problems by weight',
    ],
    [
      {},
      { БезопасныйРежим: false, ЗащитаОтОпасныхДействий: false },
      {},
      ['safe-mode-off ask', 'protection-off ask'],
      'weaker settings',
    ],
    [
      { extensions: [standing(OLD)] },
      { БезопасныйРежим: false, ЗащитаОтОпасныхДействий: false },
      {},
      ['not-ours ask'],
      'settings as they are',
    ],
    [{}, {}, {}, [], 'nothing in the way'],
  ])('%# %j', (infobase, plan, file, expected) => {
    const found = listOf(new Base(infobase).obstacles(plan, { ...NEW, ...file })).map(membersOf);
    expect(found.map(({ Код, Уровень }) => `${textOf(Код)} ${textOf(Уровень)}`)).toEqual(expected);
  });

  test('an extension of the same name that was published as another one is asked about', () => {
    const found = listOf(known().obstacles({ Идентификатор: 'other-discounts' })).map(membersOf);
    expect(found).toMatchObject([
      { Код: 'other-extension', Аргументы: { recorded: 'discounts', offered: 'other-discounts' } },
    ]);
  });

  test('an extension changed by hand since is asked about', () => {
    const base = known();
    for (const extension of base.infobase.extensions)
      extension.bytes = describeFile({ ...OLD, synonym: 'иначе' });
    const found = listOf(base.obstacles()).map(membersOf);
    expect(found).toMatchObject([{ Код: 'changed-by-hand', Аргументы: { name: 'Скидки', version: '1.1' } }]);
  });
});

describe('who is in the way', () => {
  const started = new Date(Date.UTC(2026, 10, 20, 6, 0, 0));
  const sessions = [
    { ...SOMEBODY, started },
    { ...SOMEBODY, number: 8, user: '', application: 'BackgroundJob', started },
    { ...SOMEBODY, number: 9, application: 'SrvrConsole', started },
  ];
  const told = (infobase: Partial<Infobase>) =>
    loadCore(['ВыпускУстановка'], { platform: { infobase } }).call('ВыпускУстановка', 'КтоМешает').value;

  test('everybody but the own session and the console, background jobs and the nameless included', () => {
    // Moscow time of the session: three hours ahead.
    const start = new Date(Date.UTC(2026, 10, 20, 9, 0, 0));
    const common = { Компьютер: 'pc', Начало: start };
    expect(told({ sessions })).toEqual([
      { ...common, НомерСеанса: 7n, Пользователь: 'Иванов', Приложение: '1CV8C', ЭтоФоновоеЗадание: false },
      { ...common, НомерСеанса: 8n, Пользователь: '', Приложение: 'BackgroundJob', ЭтоФоновоеЗадание: true },
    ]);
  });

  test.each<readonly [Partial<Infobase>, string]>([
    [{ sessions, rights: new Set() }, 'no right to see them'],
    [{}, 'nobody'],
  ])('%# nobody is listed — %s', (infobase) => {
    expect(told(infobase)).toEqual([]);
  });
});
