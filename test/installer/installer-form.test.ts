import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsValue } from '../onec/index.ts';
import { data } from './program.ts';
import { walkInstaller, type Answers } from './form-walk.ts';

const row = (change: Readonly<Record<string, JsValue>> = {}): JsValue => ({
  Идентификатор: 'crm-connector',
  Имя: 'РомашкаCRM',
  Название: 'Ромашка CRM',
  Кратко: 'Связь с CRM',
  Версия: '1.4.2.7',
  Дата: new Date('2026-11-01T00:00:00Z'),
  Установлена: '',
  Состояние: 'install',
  Размер: 286542,
  Важность: 'normal',
  МожноУстановить: true,
  Причины: [],
  Отозвана: false,
  ...change,
});

const survey = (rows: readonly JsValue[], nearest: readonly JsValue[] = []): JsValue => ({
  Строки: rows,
  Ближайшие: nearest,
  СостояниеНа: new Date('2026-11-20T09:00:00Z'),
  Предупреждения: [],
  Лицензия: undefined,
});

const details = (agreement: string): JsValue => ({
  Описание: 'Связь с CRM',
  ЧтоНового: 'Исправлено все',
  Поставщик: 'Ромашка Софт',
  ТекстСоглашения: agreement,
  ХешСоглашения: agreement === '' ? '' : 'abc',
});

const checks = (obstacles: readonly JsValue[] = [], settings: readonly string[] = []): JsValue => ({
  Препятствия: obstacles,
  Мешают: [],
  ИзменитНастройки: settings,
});

const session = {
  НомерСеанса: 7,
  Пользователь: 'Иванова',
  Компьютер: 'BUH-2',
  Приложение: '1CV8C',
  Начало: new Date('2026-11-20T06:00:00Z'),
};

const installed = (change: Readonly<Record<string, JsValue>> = {}): JsValue => ({
  Успех: true,
  Код: '',
  Текст: 'Установлено',
  ЧтоСделать: ['Опубликуйте HTTP-сервисы', 'Дайте роль'],
  ТребуетсяПерезапуск: true,
  Мешают: [],
  СтарыйФайл: undefined,
  ...change,
});

const good: Answers = {
  ОбзорРасширений: [survey([row()])],
  ПодробностиРасширения: [details('Соглашение')],
  ПроверкиПередУстановкой: [checks()],
  УстановитьРасширение: [installed()],
};

const ACTIVATED = 'РасширенияПриАктивизацииСтроки';
const list = (answers: Answers) =>
  walkInstaller(answers).start().press('КнопкаПродолжить', 'ПоказатьРасширения');
const chosen = (answers: Answers) => list(answers).choose('Расширения', 0, ACTIVATED);

describe('key', () => {
  test('a mistyped key is said at once, and the person stays at the key', () => {
    const walk = walkInstaller(good).start().type('КлючЛицензии', ' НЕВЕРНЫЙ ');
    walk.press('КнопкаПродолжить', 'ПоказатьРасширения');
    expect([walk.see('Страница'), walk.see('Сообщение')]).toEqual([
      'СтраницаКлюч',
      'отказ: license-key-mistyped',
    ]);
    walk.type('КлючЛицензии', '').press('КнопкаПродолжить', 'ПоказатьРасширения');
    expect([walk.see('Страница'), walk.see('Сообщение')]).toEqual(['СтраницаСписок', '']);
  });

  test('the form says whose it is', () => {
    expect(walkInstaller(good).start().see('Издатель')).toBe('Ромашка Софт, установщик 0.1.0');
  });

  test('a repository that does not answer leaves the person at the key with a reason', () => {
    const walk = list({});
    expect([walk.see('Страница'), walk.see('Сообщение')]).toEqual(['СтраницаКлюч', 'отказ: fetch-failed']);
  });
});

describe('list', () => {
  test('shows the state of the repository, and every row', () => {
    const walk = list(good);
    expect(walk.see('СостояниеНа')).toBe('Состояние на 20.11.2026 12:00:00');
    expect(walk.rows('Расширения')).toBe(1);
  });

  test.each<[Readonly<Record<string, JsValue>>, string, string]>([
    [{ СостояниеНа: undefined }, '', 'no moment is known'],
    [{}, 'Состояние на 20.11.2026 12:00:00', 'a moment in universal time'],
  ])('%j shows %j: %s', (change, shown) => {
    const known = survey([row()]) as Record<string, JsValue>;
    const walk = list({ ...good, ОбзорРасширений: [{ ...known, ...change }] });
    expect([walk.see('СостояниеНа'), walk.item('ПолеСостояниеНа', 'Видимость')]).toEqual([
      shown,
      shown !== '',
    ]);
  });

  test.each([
    ['withdrawn', { Отозвана: { Причина: 'ошибка' } }, 'установленная версия отозвана'],
    ['withdrawn, said shortly', { Отозвана: true }, 'установленная версия отозвана'],
    ['an update', { Состояние: 'update' }, 'есть обновление'],
    ['installed', { Состояние: 'current' }, 'установлено'],
    ['unavailable', { Состояние: 'unavailable', Дата: undefined, Размер: undefined }, 'недоступно'],
  ])('the state of a row in words: %s', (_name, change, said) => {
    const walk = list({ ...good, ОбзорРасширений: [survey([row(change)])] });
    expect(walk.cell('Расширения', 0, 'Состояние')).toBe(said);
  });

  test('nothing is chosen: no button works, and the form says why', () => {
    const walk = list(good);
    expect(walk.item('КнопкаУстановить', 'Доступность')).toBe(false);
    expect(walk.item('КнопкаСкачать', 'Доступность')).toBe(false);
    expect(walk.see('ПричинаНедоступности')).toBe('Выберите расширение в списке.');
  });

  test('what cannot be installed cannot be pressed, and the reasons stand beside', () => {
    const refused = row({
      МожноУстановить: false,
      Состояние: 'unavailable',
      Причины: ['Нет лицензии', 'Платформа стара'],
    });
    const walk = chosen({ ...good, ОбзорРасширений: [survey([refused])] });
    expect(walk.item('КнопкаУстановить', 'Доступность')).toBe(false);
    expect(walk.see('ПричинаНедоступности')).toBe('Нет лицензии\nПлатформа стара');
    expect(() => walk.press('КнопкаУстановить', 'Установить')).toThrow('cannot be pressed');
  });

  test('details of the row come after it was chosen', () => {
    expect(chosen(good).see('Подробно')).toBe('Связь с CRM\n\nИсправлено все\n\nРомашка Софт');
  });

  test('«Показывать непроверенные» asks again', () => {
    const walk = list(good).type('ПоказыватьНепроверенные', true, 'ПоказыватьНепроверенныеПриИзменении');
    const works = walk.calls().filter(({ Метод }) => Метод === 'НоваяРабота');
    expect(
      works.map(({ Аргумент }) => (Аргумент as Record<string, JsValue>)['ПоказыватьНепроверенные']),
    ).toEqual([false, true]);
  });

  test('every work that began was ended, after refusals too', () => {
    const walk = chosen({ ОбзорРасширений: [survey([row()])] });
    expect(walk.see('Сообщение')).toBe('отказ: fetch-failed');
    const count = (method: string) => walk.calls().filter(({ Метод }) => Метод === method).length;
    expect(count('ЗавершитьРаботу')).toBe(count('НоваяРабота'));
  });

  test('nothing fits: the nearest are offered for downloading', () => {
    const nearest = { Идентификатор: 'price-tags', Название: 'Ценники', Версия: '2.0', Кратко: 'для УТ' };
    const walk = list({
      ...good,
      ОбзорРасширений: [survey([], [nearest])],
      СкачатьРасширение: [{ ИмяФайла: 'ценники.cfe', Данные: data('cfe'), Версия: '2.0' }],
    });
    expect([walk.see('Страница'), walk.rows('Ближайшие')]).toEqual(['СтраницаБлижайшие', 1]);
    walk.choose('Ближайшие', 0).press('КнопкаСкачатьБлижайшее', 'СкачатьБлижайшее');
    expect(walk.platform.world.screen.saved.map(({ name }) => name)).toEqual(['ценники.cfe']);
    expect(walk.calls().filter(({ Метод }) => Метод === 'СкачатьРасширение')).toEqual([
      { Метод: 'СкачатьРасширение', Аргумент: 'price-tags' },
    ]);
  });
});

describe('installing', () => {
  const agreed = (answers: Answers) =>
    chosen(answers)
      .press('КнопкаУстановить', 'Установить')
      .type('СоглашениеПринято', true, 'СоглашениеПринятоПриИзменении')
      .press('КнопкаДалее', 'ДалееПослеСоглашения');

  test('an agreement that is not accepted stops there', () => {
    const walk = chosen(good).press('КнопкаУстановить', 'Установить');
    expect(walk.see('Страница')).toBe('СтраницаСоглашение');
    expect(() => walk.press('КнопкаДалее', 'ДалееПослеСоглашения')).toThrow('cannot be pressed');
    walk.press('КнопкаОтказаться', 'КСписку');
    expect(walk.see('Страница')).toBe('СтраницаСписок');
    expect(walk.calls().map(({ Метод }) => Метод)).not.toContain('УстановитьРасширение');
  });

  test('an acceptance does not outlive the choice', () => {
    const walk = agreed(good).press('КнопкаНазад', 'КСписку').press('КнопкаУстановить', 'Установить');
    expect(walk.item('КнопкаДалее', 'Доступность')).toBe(false);
  });

  test('without an agreement the checks come at once', () => {
    const walk = chosen({ ...good, ПодробностиРасширения: [details('')] }).press(
      'КнопкаУстановить',
      'Установить',
    );
    expect([walk.see('Страница'), walk.item('КнопкаВыполнить', 'Доступность')]).toEqual([
      'СтраницаПроверки',
      true,
    ]);
  });

  test.each([
    ['refuse', false, false, 'nothing can be agreed to'],
    ['ask', false, true, 'with consent'],
    ['tell', true, true, 'it is only told'],
  ])('an obstacle to %s: %s before consent, %s after it — %s', (level, before, after) => {
    const obstacle = { Код: 'changed-by-hand', Текст: 'Изменено вручную', Уровень: level };
    const walk = agreed({ ...good, ПроверкиПередУстановкой: [checks([obstacle])] });
    expect(walk.item('КнопкаВыполнить', 'Доступность')).toBe(before);
    walk.type('РазрешитьЗамену', true, 'РазрешениеПриИзменении');
    expect(walk.item('КнопкаВыполнить', 'Доступность')).toBe(after);
  });

  test('settings change only with consent', () => {
    const walk = agreed({ ...good, ПроверкиПередУстановкой: [checks([], ['Безопасный режим выключится'])] });
    expect(walk.see('ИзменяемыеНастройки')).toBe('Безопасный режим выключится');
    expect(walk.item('КнопкаВыполнить', 'Доступность')).toBe(false);
    walk.type('РазрешитьНастройки', true, 'РазрешениеПриИзменении');
    expect(walk.item('КнопкаВыполнить', 'Доступность')).toBe(true);
  });

  test('blocked by others: who they are, retried, installed, what remains', () => {
    const blocked = installed({
      Успех: false,
      Код: 'exclusive',
      Текст: 'Нужен монопольный доступ',
      Мешают: [session],
    });
    const walk = agreed({ ...good, УстановитьРасширение: [blocked, installed()] });
    walk.press('КнопкаВыполнить', 'ВыполнитьУстановку');
    expect([walk.see('Страница'), walk.rows('Сеансы'), walk.see('Сообщение')]).toEqual([
      'СтраницаМешают',
      1,
      'Нужен монопольный доступ',
    ]);
    walk.press('КнопкаПовторить', 'Повторить');
    expect([walk.see('Страница'), walk.see('ТекстИтога')]).toEqual(['СтраницаИтог', 'Установлено']);
    expect(walk.see('ЧтоСделать')).toBe('Опубликуйте HTTP-сервисы\nДайте роль');
    walk.press('КнопкаПерезапустить', 'Перезапустить');
    expect(walk.platform.world.screen.restart).toBe(true);
  });

  test('consents go to the facade as they were given', () => {
    const walk = agreed(good).press('КнопкаВыполнить', 'ВыполнитьУстановку');
    expect(walk.calls().filter(({ Метод }) => Метод === 'УстановитьРасширение')).toEqual([
      {
        Метод: 'УстановитьРасширение',
        Аргумент: {
          Идентификатор: 'crm-connector',
          Согласия: { ХешСоглашения: 'abc', Заменить: false, Настройки: false },
        },
      },
    ]);
  });

  test('a failure says so, offers the old file and no restart', () => {
    const failed = installed({
      Успех: false,
      Текст: 'Не подключилось, прежнее возвращено',
      ЧтоСделать: [],
      ТребуетсяПерезапуск: false,
      СтарыйФайл: data('old'),
    });
    const walk = agreed({ ...good, УстановитьРасширение: [failed] }).press(
      'КнопкаВыполнить',
      'ВыполнитьУстановку',
    );
    expect(walk.item('КнопкаПерезапустить', 'Доступность')).toBe(false);
    walk.press('КнопкаСтарыйФайл', 'СохранитьСтарыйФайл');
    const [saved] = walk.platform.world.screen.saved;
    expect([saved?.name, saved && Buffer.from(saved.bytes).toString()]).toEqual([
      'crm-connector (прежний).cfe',
      'old',
    ]);
  });

  test('a facade that breaks in the middle ends at the result, with words', () => {
    const walk = agreed({ ...good, УстановитьРасширение: [] }).press('КнопкаВыполнить', 'ВыполнитьУстановку');
    expect([walk.see('Страница'), walk.see('ТекстИтога')]).toEqual(['СтраницаИтог', 'отказ: fetch-failed']);
  });
});

describe('closed network', () => {
  const file = { name: 'vypusk-bundle.zip', bytes: new Uint8Array([80, 75]) };

  test('a bundle that was chosen goes into every work', () => {
    const walk = walkInstaller(good);
    walk.platform.world.screen.files.push(file);
    walk.start().press('КнопкаИмпортБезКлюча', 'ИмпортИзФайла').press('КнопкаОбновить', 'ОбновитьСписок');
    const works = walk.calls().filter(({ Метод }) => Метод === 'НоваяРабота');
    expect(works.map(({ Аргумент }) => 'ДанныеКомплекта' in (Аргумент as object))).toEqual([true, true]);
  });

  test('a dialog that was closed changes nothing', () => {
    const walk = walkInstaller(good);
    walk.platform.world.screen.files.push(undefined);
    walk.start().press('КнопкаИмпортБезКлюча', 'ИмпортИзФайла');
    expect([walk.see('Страница'), walk.calls()]).toEqual(['СтраницаКлюч', []]);
  });

  test('a licence file goes into the work', () => {
    const walk = walkInstaller(good);
    walk.platform.world.screen.files.push(file);
    walk
      .start()
      .press('КнопкаФайлЛицензии', 'ВыбратьФайлЛицензии')
      .press('КнопкаПродолжить', 'ПоказатьРасширения');
    expect(walk.see('ФайлЛицензии')).toBe('Лицензия из файла vypusk-bundle.zip');
    const [work] = walk.calls();
    expect('ДанныеЛицензии' in (work?.Аргумент as object)).toBe(true);
  });
});

describe('without a person', () => {
  const answers: Answers = {
    ВыполнитьПоПараметрам: [{ КодВозврата: 0, Журнал: ['{"event":"begin"}', '{"event":"end","code":0}'] }],
  };

  test.each([
    ['', 'nothing after /C'],
    ['РежимОтладки', 'a parameter of the configuration'],
    ['Выпускник;Журнал=x', 'a longer word'],
    [';Выпуск', 'not the first word'],
  ])('/C"%s" opens the form as usual: %s', (launchParameter) => {
    const walk = walkInstaller(answers, { launchParameter }).start();
    expect([walk.see('Страница'), walk.calls()]).toEqual(['СтраницаКлюч', []]);
  });

  test.each(['Выпуск', 'vypusk', ' ВЫПУСК '])('/C"%s;…" installs, writes the log and ends', (word) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'vypusk-form-'));
    try {
      const log = path.join(directory, 'log.jsonl');
      const launchParameter = `${word};Действие=Установить;Журнал=${log};Расширения=crm-connector`;
      const walk = walkInstaller(answers, { launchParameter, directory }).start();
      expect(walk.platform.world.screen.restart).toBe(false);
      expect(walk.calls()).toEqual([
        { Метод: 'ВыполнитьПоПараметрам', Аргумент: 'Действие=Установить;Расширения=crm-connector' },
      ]);
      expect(readFileSync(log, 'utf8').replace('\uFEFF', '').trim()).toBe(
        '{"event":"begin"}\n{"event":"end","code":0}',
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

test('a memory that was not written is told and does not undo the answer', () => {
  const walk = list({ ...good, ЗавершитьРаботу: [] });
  walk.platform.world.settings.set('ответы\nзавершитьработу\nадминистратор', 'отказ');
  walk.press('КнопкаОбновить', 'ОбновитьСписок');
  expect([walk.see('Страница'), walk.see('Сообщение')]).toEqual(['СтраницаСписок', 'отказ: platform-error']);
});
