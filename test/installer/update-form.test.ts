import { describe, expect, test } from 'vitest';
import type { JsValue } from '../onec/index.ts';
import { walkUpdate, type Answers } from './form-walk.ts';

const state = (change: Readonly<Record<string, JsValue>> = {}): JsValue => ({
  Состояние: 'update',
  Версия: '1.5.0.0',
  Кратко: 'Стало быстрее',
  Важность: 'normal',
  Тексты: [],
  ...change,
});

const details = (agreement: string): JsValue => ({ ТекстСоглашения: agreement, ХешСоглашения: 'abc' });
const checks = (obstacles: readonly JsValue[], settings: readonly string[] = []): JsValue => ({
  Препятствия: obstacles,
  Мешают: [],
  ИзменитНастройки: settings,
});

const session = {
  НомерСеанса: 7,
  Пользователь: 'Иванова',
  Компьютер: 'BUH-2',
  Приложение: '1CV8C',
  Начало: undefined,
};

const installed = (change: Readonly<Record<string, JsValue>> = {}): JsValue => ({
  Успех: true,
  Код: '',
  Текст: 'Установлено',
  ЧтоСделать: ['Перезапустите'],
  ТребуетсяПерезапуск: true,
  Мешают: [],
  СтарыйФайл: undefined,
  ...change,
});

const good: Answers = {
  ПроверитьОбновление: [state()],
  ПодробностиРасширения: [details('')],
  ПроверкиПередУстановкой: [checks([])],
  УстановитьРасширение: [installed()],
};

describe('page of the update', () => {
  test.each([
    [state(), 'Вышла новая версия. Можно установить 1.5.0.0.', true, 'a new version'],
    [state({ Состояние: 'current', Версия: '' }), 'Установлена последняя версия.', false, 'the newest'],
    [
      state({ Состояние: 'withdrawn' }),
      'Установленная версия отозвана. Можно установить 1.5.0.0.',
      true,
      'withdrawn, with a replacement',
    ],
    [
      state({ Состояние: 'withdrawn', Версия: '' }),
      'Установленная версия отозвана.',
      false,
      'withdrawn, nothing better',
    ],
    [
      state({ Состояние: 'too-old' }),
      'Установленная версия опасно стара. Можно установить 1.5.0.0.',
      true,
      'dangerously old',
    ],
    [state({ Состояние: 'unknown', Версия: '' }), 'Узнать об обновлении не удалось.', false, 'nobody knows'],
    [
      state({ Состояние: 'current', Версия: undefined, Кратко: undefined }),
      'Установлена последняя версия.',
      false,
      'empty',
    ],
  ])('%#: %s — the button works: %s — %s', (answer, text, works) => {
    const { walk } = walkUpdate({ ...good, ПроверитьОбновление: [answer] });
    walk.start();
    expect([walk.see('Страница'), walk.see('ТекстСостояния')]).toEqual(['СтраницаСостояние', text]);
    expect(walk.item('КнопкаУстановить', 'Доступность')).toBe(works);
  });

  test('a publisher who does not answer is said, nothing can be pressed', () => {
    const { walk } = walkUpdate({});
    walk.start();
    expect([walk.see('ТекстСостояния'), walk.item('КнопкаУстановить', 'Доступность')]).toEqual([
      'отказ: fetch-failed',
      false,
    ]);
  });

  test.each([
    ['refuse', false, false],
    ['ask', false, true],
    ['tell', true, true],
  ])('an obstacle to %s: works %s, with consent %s', (level, before, after) => {
    const obstacle = { Код: 'conflict', Текст: 'Мешает другой модуль', Уровень: level };
    const { walk } = walkUpdate({ ...good, ПроверкиПередУстановкой: [checks([obstacle])] });
    walk.start();
    expect(walk.item('КнопкаУстановить', 'Доступность')).toBe(before);
    walk.type('РазрешитьИзменения', true, 'СогласиеПриИзменении');
    expect(walk.item('КнопкаУстановить', 'Доступность')).toBe(after);
  });

  test('an agreement must be accepted, and its hash goes along', () => {
    const { walk } = walkUpdate({ ...good, ПодробностиРасширения: [details('Соглашение')] });
    walk.start();
    expect(walk.item('КнопкаУстановить', 'Доступность')).toBe(false);
    walk
      .type('СоглашениеПринято', true, 'СогласиеПриИзменении')
      .press('КнопкаУстановить', 'УстановитьОбновление');
    const asked = walk.calls().find(({ Метод }) => Метод === 'УстановитьРасширение');
    expect(asked?.Аргумент).toEqual({
      Идентификатор: 'crm-connector',
      Согласия: { ХешСоглашения: 'abc', Заменить: false, Настройки: false },
    });
  });

  test('installed: what remains, restart', () => {
    const { walk } = walkUpdate(good);
    walk.start().press('КнопкаУстановить', 'УстановитьОбновление');
    expect([walk.see('Страница'), walk.see('ЧтоСделать')]).toEqual(['СтраницаИтог', 'Перезапустите']);
    expect(() => walk.press('КнопкаПовторить', 'УстановитьОбновление')).toThrow('cannot be pressed');
    walk.press('КнопкаПерезапустить', 'Перезапустить');
    expect(walk.platform.world.screen.restart).toBe(true);
  });

  test('blocked by others: who they are, then retried', () => {
    const blocked = installed({ Успех: false, Текст: 'Нужен монопольный доступ', Мешают: [session] });
    const { walk } = walkUpdate({ ...good, УстановитьРасширение: [blocked, installed()] });
    walk.start().press('КнопкаУстановить', 'УстановитьОбновление');
    expect([walk.rows('Сеансы'), walk.item('Сеансы', 'Видимость')]).toEqual([1, true]);
    walk.press('КнопкаПовторить', 'УстановитьОбновление');
    expect([walk.rows('Сеансы'), walk.see('ТекстИтога')]).toEqual([0, 'Установлено']);
  });
});

describe('notice', () => {
  const open = ({ program }: ReturnType<typeof walkUpdate>) =>
    program.callOn('client', { module: 'РомашкаОбновлениеКлиент', method: 'ПроверитьПриОткрытии' });
  const shown = ({ program }: ReturnType<typeof walkUpdate>) => program.platform.world.screen.shown;

  test('a new version is shown once to a user, with its short description', () => {
    const update = walkUpdate(good);
    open(update);
    open(update);
    expect(shown(update)).toEqual(['Вышла новая версия. Можно установить 1.5.0.0.: Стало быстрее']);
  });

  test('a configuration newer than the tested one is said once for a release', () => {
    const newer = (version: string) =>
      state({ Состояние: 'current', Версия: '', Тексты: [`Конфигурация ${version} новее проверенной`] });
    const update = walkUpdate({
      ПроверитьОбновление: [newer('3.0.180'), newer('3.0.180'), newer('3.0.181')],
    });
    for (let time = 0; time < 4; time += 1) open(update);
    expect(shown(update)).toHaveLength(2);
  });

  test.each(['withdrawn', 'too-old'])('%s is said every time', (kind) => {
    const update = walkUpdate({ ПроверитьОбновление: [state({ Состояние: kind })] });
    open(update);
    open(update);
    expect(shown(update)).toHaveLength(2);
  });

  test.each<[Answers, string]>([
    [
      { ПроверитьОбновление: [state({ Состояние: 'current', Версия: '', Кратко: '' })] },
      'the newest version',
    ],
    [{}, 'a publisher who does not answer'],
  ])('%# says nothing: %s', (answers) => {
    const update = walkUpdate(answers);
    open(update);
    expect(shown(update)).toEqual([]);
  });

  test('a press on the notice opens the page under the vendor’s prefix', () => {
    const update = walkUpdate(good);
    update.program.callOn('client', {
      module: 'РомашкаОбновлениеКлиент',
      method: 'ПослеНажатияОповещения',
      args: [undefined],
    });
    expect(update.program.platform.world.screen.opened).toEqual(['ОбщаяФорма.РомашкаОбновление']);
  });
});

describe('scheduled job', () => {
  test.each([
    [state(), 1, 'a new version'],
    [state({ Состояние: 'withdrawn', Версия: '' }), 1, 'a withdrawn version'],
    [state({ Состояние: 'current', Версия: '' }), 0, 'the newest version'],
    [
      state({
        Состояние: 'current',
        Версия: '',
        Тексты: ['Проверено на 3.0.203', 'Разработчик: a@b.example'],
      }),
      1,
      'a configuration past what was tested, said once',
    ],
  ])('%# writes %s lines to the log: %s', (answer, lines) => {
    const { program } = walkUpdate({ ПроверитьОбновление: [answer] });
    program.call('РомашкаОбновление', 'ПроверитьПоРасписанию');
    expect(program.platform.world.infobase.log).toHaveLength(lines);
  });

  test('a publisher who does not answer breaks nothing', () => {
    const { program } = walkUpdate({});
    expect(() => program.call('РомашкаОбновление', 'ПроверитьПоРасписанию')).not.toThrow();
  });
});
