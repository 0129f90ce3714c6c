import { describe, expect, test } from 'vitest';
import {
  createPlatform,
  describeFile,
  loadModules,
  type ExtensionFile,
  type Infobase,
  type JsValue,
} from './index.ts';
import { BinaryData } from './platform/binary/binary-data.ts';

const FILE: ExtensionFile = { name: 'Скидки', version: '1.2.3.4' };
const file = (more: Partial<ExtensionFile> = {}): JsValue =>
  new BinaryData(describeFile({ ...FILE, ...more }));

function start(body: string, infobase: Partial<Infobase> = {}) {
  const text = `Функция Ф(Данные) Экспорт\n${body}\nКонецФункции`;
  const job =
    'Процедура П() Экспорт Р = РасширенияКонфигурации.Получить(, ИсточникРасширенийКонфигурации.СеансАктивные); Если Р.Количество() = 0 Тогда ВызватьИсключение НСтр("ru = \'нет\'"); КонецЕсли; КонецПроцедуры';
  const platform = createPlatform({ infobase });
  const program = loadModules(
    [
      { name: 'Модуль', text },
      { name: 'Задание', text: job },
    ],
    platform,
  );
  return {
    world: platform.world,
    run: (data: JsValue = file()) => program.call('Модуль', 'Ф', [data]).value,
  };
}

const WRITE = 'Р = РасширенияКонфигурации.Создать(); Р.Записать(Данные);';
const other = { number: 7, user: 'Иванов', computer: 'pc', application: '1CV8C', started: new Date(0) };
const attempt = (body: string) =>
  `Попытка ${body} Возврат "записано"; Исключение Возврат КраткоеПредставлениеОшибки(ИнформацияОбОшибке()); КонецПопытки;`;

describe('writing an extension', () => {
  test.each<readonly [string, Partial<Infobase>, Partial<ExtensionFile>, string]>([
    ['записано', {}, {}, 'nobody else is there'],
    ['записано', { sessions: [other] }, {}, 'no stored data, so others may stay'],
    [
      'исключительной блокировки',
      { sessions: [other] },
      { changesData: true },
      'stored data need everybody out',
    ],
    [
      'записано',
      { sessions: [{ ...other, application: 'SrvrConsole' }] },
      { changesData: true },
      'the console does not block',
    ],
    ['Нарушение прав доступа', { rights: new Set() }, {}, 'a user without rights'],
    ['диск полон', { failNextWrite: 'диск полон' }, {}, 'a write that fails'],
  ])('«%s» — %#', (expected, infobase, more) => {
    expect(start(attempt(WRITE), infobase).run(file(more))).toContain(expected);
  });

  test('what was written is in the infobase, safe mode and protection as they were set', () => {
    const body = `${WRITE.replace('Р.Записать', 'З = Новый ОписаниеЗащитыОтОпасныхДействий; З.ПредупреждатьОбОпасныхДействиях = Ложь; Р.ЗащитаОтОпасныхДействий = З; Р.БезопасныйРежим = Ложь; Р.Записать')} Возврат "";`;
    const { world, run } = start(body);
    run();
    expect(world.infobase.extensions).toMatchObject([
      { file: FILE, safeMode: false, warnsOfDangerousActions: false },
    ]);
  });

  test('a new extension has safe mode and protection on', () => {
    const body =
      'Р = РасширенияКонфигурации.Создать(); Возврат Р.БезопасныйРежим И Р.ЗащитаОтОпасныхДействий.ПредупреждатьОбОпасныхДействиях;';
    expect(start(body).run()).toBe(true);
  });

  test('the hash is 20 bytes and no hash of the file; a copy fetched before a delete is stale', () => {
    const body =
      `${WRITE} Д = РасширенияКонфигурации.Получить(Новый Структура("Имя", "Скидки"))[0]; Р.Удалить();` +
      attempt('Д.Записать();').replace('"записано"', 'Д.ХешСумма.Размер()');
    expect(start(body).run()).toContain('не найдено');
  });

  test('a file that is no extension is refused', () => {
    expect(start(attempt(WRITE)).run(new BinaryData(Uint8Array.of(1, 2)))).toContain(
      'не содержит расширения',
    );
  });

  test.each<readonly [Partial<ExtensionFile>, Partial<Infobase>, string, string]>([
    [{}, {}, 'Завершено', 'attaches in a fresh job'],
    [{ failsToAttach: true }, {}, 'ЗавершеноАварийно', 'written, yet does not attach'],
    [
      {},
      {
        configuration: {
          name: 'БухгалтерияПредприятияБазовая',
          synonym: '',
          version: '',
          vendor: '',
          compatibility: '',
        },
      },
      'ЗавершеноАварийно',
      'a basic version attaches nothing',
    ],
  ])('%j %j: the job is %s — %s', (more, infobase, state) => {
    const body = `${WRITE} Возврат "" + РасширенияКонфигурации.ВыполнитьФоновоеЗаданиеСРасширениямиБазыДанных("Задание.П").Состояние;`;
    expect(start(body, infobase).run(file(more))).toBe(state);
  });

  test('the running session keeps what it started with', () => {
    const body = `${WRITE} Возврат РасширенияКонфигурации.Получить(, ИсточникРасширенийКонфигурации.СеансАктивные).Количество();`;
    expect(start(body).run()).toBe(0n);
  });
});

describe('around it', () => {
  test.each<readonly [string, JsValue, string]>([
    ['(Новый ОписаниеКонфигурации(Данные)).Версия', '1.2.3.4', 'name and version before installing'],
    ['Метаданные.Имя', 'БухгалтерияПредприятия', 'the configuration'],
    ['Метаданные.Подсистемы.Найти("СтандартныеПодсистемы")', undefined, 'no БСП'],
    ['ПравоДоступа("АдминистрированиеРасширенийКонфигурации", Метаданные)', true, 'rights'],
    ['ПолучитьСеансыИнформационнойБазы()[1].Пользователь.Имя', 'Иванов', 'who else is there'],
  ])('%s = %s — %s', (expression, expected) => {
    const body = expression.startsWith('(')
      ? `О = Новый ОписаниеКонфигурации(Данные); Возврат О.Версия;`
      : `Возврат ${expression};`;
    expect(start(body, { sessions: [other] }).run()).toEqual(expected);
  });

  test('a client has no extensions', () => {
    const text = 'Функция Ф() Экспорт Возврат РасширенияКонфигурации.Получить(); КонецФункции';
    expect(() => loadModules([{ name: 'Модуль', client: true, text }])).toThrow('Переменная не определена');
  });

  test('settings come back as copies', () => {
    const body =
      'М = Новый Массив; ХранилищеОбщихНастроек.Сохранить("к", "н", М); М.Добавить(1);' +
      'Возврат ХранилищеОбщихНастроек.Загрузить("к", "н").Количество();';
    expect(start(body).run()).toBe(0n);
  });

  test('tables find and sort their rows', () => {
    const body =
      'Т = Новый ТаблицаЗначений; Т.Колонки.Добавить("А"); Для И1 = 1 По 3 Цикл Т.Добавить().А = И1; КонецЦикла;' +
      'Т.Сортировать("А Убыв"); Возврат "" + Т[0].А + Т.НайтиСтроки(Новый Структура("А", 2)).Количество();';
    expect(start(body.replace('Т.Добавить().А = И1;', 'С = Т.Добавить(); С.А = И1;')).run()).toBe('31');
  });
});

const JOB = 'РасширенияКонфигурации.ВыполнитьФоновоеЗаданиеСРасширениямиБазыДанных("Задание.П")';
const REFILL =
  'С = Новый Соответствие; С.Вставить("Скидки", 1); Н = "";' +
  'РегистрыСведений.ПараметрыРаботыВерсийРасширений.ОбновитьПараметрыРаботыРасширений(С, Н);';
const BSP = { subsystems: ['СтандартныеПодсистемы'] };

describe('what installing meets', () => {
  test.each<readonly [string, Partial<Infobase>, JsValue, string]>([
    [`${WRITE} ${REFILL} Возврат Н;`, BSP, '', 'БСП finds the extension attached'],
    [`${REFILL} Возврат Н;`, BSP, 'Скидки', 'БСП names what did not attach'],
    [attempt(REFILL), {}, 'Поле объекта не обнаружено (ПараметрыРаботыВерсийРасширений)', 'no БСП'],
    [
      'Возврат ПланыОбмена.ГлавныйУзел() = Неопределено;',
      { isSubordinate: true },
      false,
      'a subordinate node',
    ],
    ['Возврат ПланыОбмена.ГлавныйУзел() = Неопределено;', {}, true, 'no distributed infobase'],
    [`${WRITE} Возврат "" + ${JOB}.Состояние;`, { jobs: 'endless' }, 'Активно', 'a job that does not end'],
  ])('%# %s', (body, infobase, expected) => {
    expect(start(body, infobase).run()).toBe(expected);
  });

  test.each<readonly [string, Partial<Infobase>, string]>([
    [attempt(REFILL), { ...BSP, refillFails: 'Переполнение стека' }, 'Переполнение стека'],
    [attempt(`А = ${JOB};`), { jobs: 'refused' }, 'Ошибка запуска фонового задания'],
    [
      attempt('ХранилищеОбщихНастроек.Сохранить("к", "н", 1, , "Другой");'),
      { rights: new Set() },
      'Нарушение прав доступа',
    ],
    [attempt('ХранилищеОбщихНастроек.Сохранить("к", "н", 1);'), { failNextSave: 'нет места' }, 'нет места'],
    [attempt(`${WRITE} Р.Удалить();`), { failRollback: 'занято' }, 'занято'],
  ])('%# fails', (body, infobase, expected) => {
    expect(start(body, infobase).run()).toContain(expected);
  });

  test('settings of another user lie apart', () => {
    const body =
      'ХранилищеОбщихНастроек.Сохранить("к", "н", 1, , "Другой"); Возврат ХранилищеОбщихНастроек.Загрузить("к", "н");';
    expect(start(body).run()).toBeUndefined();
  });

  test('a session can die before and after a write', () => {
    const moments: string[] = [];
    start(`${WRITE} Р.Удалить(); Возврат 1;`, { moment: (name) => moments.push(name) }).run();
    expect(moments).toEqual(['write', 'written', 'remove', 'removed']);
  });
});
